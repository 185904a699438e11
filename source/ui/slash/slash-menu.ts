import {
	type Completion,
	type CompletionState,
	completeQuery,
	completionMatches,
	noCompletion,
	selectNext,
	selectPrevious,
} from '../prompt/completion.js';
import type {PromptCommand} from '../prompt/prompt-command.js';
import type {Choices, SlashCommand} from './slash-command.js';
import {findCommand, slashCommands} from './slash-commands.js';
import type {SlashContext} from './slash-context.js';
import {isSlashLine, slashParts} from './slash-line.js';

/** The user's choices in the menu for one text. Another text starts again. */
export type MenuState = CompletionState & {
	/** Whether a row was chosen with Up or Down. */
	readonly isMoved: boolean;
	/** Whether Escape closed it. */
	readonly isClosed: boolean;
};

export const untouchedMenu: MenuState = {...noCompletion, isMoved: false, isClosed: false};

/** The menu over a prompt that begins with a slash. */
export type SlashMenu = {
	/** The command whose argument is being typed; `null` while its name is. */
	readonly command: string | null;
	/** What matches, best first. */
	readonly items: readonly Completion[];
	/** The number of items if nothing were typed, so that the menu keeps its height during a search. */
	readonly count: number;
	readonly selected: number;
	/** Shown if there are no items. */
	readonly note: string;
	readonly state: MenuState;
	/** The offset in the text at which the completed part begins. */
	readonly from: number;
};

/** The menu for a text, or `null` if there is none. */
export function slashMenu(text: string, state: MenuState, context: SlashContext): SlashMenu | null {
	const now = text === state.query ? state : {...untouchedMenu, ...completeQuery(state, text)};
	if (!isSlashLine(text) || text.includes('\n') || now.isClosed) {
		return null;
	}

	const {name, argument, argumentStart} = slashParts(text);
	return argumentStart === -1
		? menuOf(text, now, null, commandChoices())
		: argumentMenu(text, now, {name, argument, argumentStart}, context);
}

function commandChoices(): Choices {
	const items = slashCommands.map(({name, argument, summary}) => ({
		label: `/${name}`,
		description: argument === '' ? summary : `${summary} · ${argument}`,
	}));
	return {
		items,
		present: null,
		note: 'No command begins like that. // sends a text that begins with a slash.',
		from: 0,
	};
}

function argumentMenu(
	text: string,
	state: MenuState,
	{name, argument, argumentStart}: ReturnType<typeof slashParts>,
	context: SlashContext,
): SlashMenu | null {
	const command = findCommand(name);
	if (command === undefined) {
		return null;
	}

	const present = command.present?.(context);
	const note = [
		present,
		command.argument === '' ? `/${name} takes no argument.` : `Usage: /${name} ${command.argument}`,
	]
		.filter(part => part !== undefined)
		.join(' ');
	const offered = saveChoice(command, argument) ??
		command.choices?.(context, argument) ?? {items: [], present: null, note, from: 0};
	return menuOf(text, state, name, {
		...offered,
		note: offered.items.length === 0 ? (offered.note ?? note) : note,
		from: argumentStart + offered.from,
	});
}

/** After a value that can be kept, the word that keeps it. */
function saveChoice({kept}: SlashCommand, argument: string): Choices | null {
	return kept !== undefined && /^\S+\s+[a-z]*$/.test(argument)
		? {
				items: [{label: 'save', description: 'keep it in the config file'}],
				present: null,
				note: null,
				from: argument.search(/[a-z]*$/),
			}
		: null;
}

function menuOf(text: string, state: MenuState, command: string | null, offered: Choices): SlashMenu {
	const typed = text.slice(offered.from);
	const items = completionMatches(offered.items, typed);
	const present = typed === '' ? items.findIndex(({label}) => label === offered.present) : -1;
	const exact = items.findIndex(({label}) => label === typed);
	const first = Math.max(0, present, exact);
	return {
		command,
		items,
		count: offered.items.length,
		selected: state.isMoved ? Math.min(state.selected, items.length - 1) : first,
		note: offered.note ?? '',
		state,
		from: offered.from,
	};
}

/** What a key does to the menu: another row, another text, a line to run, or another state of it. */
export type MenuOutcome =
	| {readonly kind: 'menu'; readonly state: MenuState}
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'run'; readonly line: string};

/** Handles a key while the prompt holds `text`. Returns `null` for a key that the menu does not use. */
export function pressInMenu(menu: SlashMenu, command: PromptCommand, text: string): MenuOutcome | null {
	const {items, state, selected} = menu;
	if (command.name === 'enter') {
		return enterInMenu(menu, text);
	}

	if (items.length === 0) {
		return null;
	}

	const moved = {...state, selected, isMoved: true};
	switch (command.name) {
		case 'moveUp': {
			return {kind: 'menu', state: {...moved, ...selectPrevious(moved, items.length)}};
		}

		case 'moveDown': {
			return {kind: 'menu', state: {...moved, ...selectNext(moved, items.length)}};
		}

		case 'complete': {
			return {kind: 'text', text: completed(menu, text)};
		}

		case 'escape': {
			const left = leftByEscape(menu, text);
			return left === null ? {kind: 'menu', state: {...state, isClosed: true}} : {kind: 'text', text: left};
		}

		default: {
			return null;
		}
	}
}

/** The text without the command whose choices nobody began to type, or without its last step; `null` where something was typed. */
function leftByEscape({command, from}: SlashMenu, text: string): string | null {
	const start = slashParts(text).argumentStart;
	const isUntyped = command !== null && text.length === from && findCommand(command)?.isChoice === true;
	return isUntyped ? text.slice(0, from === start ? 0 : start) : null;
}

/**
 * Enter accepts the chosen row if that cannot be a slip: a row that was moved to, that begins with the typed text, or that contains a
 * searched text.
 */
function enterInMenu(menu: SlashMenu, text: string): MenuOutcome {
	const typed = text.slice(menu.from);
	const label = menu.items[menu.selected]?.label ?? typed;
	if (menu.command === null) {
		const isTaken = menu.state.isMoved || label.startsWith(typed);
		const chosen = findCommand((isTaken ? label : typed).slice(1));
		return chosen?.isChoice
			? {kind: 'text', text: `/${chosen.name} `}
			: {kind: 'run', line: isTaken ? label : text};
	}

	const isSearched = typed !== '' && !/^[\d.]+$/.test(typed) && label.includes(typed);
	const isOffered = typed === '' && findCommand(menu.command)?.isChoice === true;
	const isTaken = menu.state.isMoved || isSearched || isOffered;
	if (isFirstStep(menu, text) && isTaken) {
		return {kind: 'text', text: completed(menu, text)};
	}

	return {kind: 'run', line: isTaken ? text.slice(0, menu.from) + label : text};
}

/** The text with the chosen row inserted. A space after a command invites its argument. */
function completed({items, selected, from, command}: SlashMenu, text: string): string {
	const label = items[selected]?.label ?? '';
	const hasArgument =
		command === null ? findCommand(label.slice(1))?.argument !== '' : isFirstStep({command, from}, text);
	return `${text.slice(0, from)}${label}${hasArgument ? ' ' : ''}`;
}

/** Whether the first of two words is being chosen. */
function isFirstStep({command, from}: Pick<SlashMenu, 'command' | 'from'>, text: string): boolean {
	return (
		command !== null && findCommand(command)?.isStepwise === true && from === slashParts(text).argumentStart
	);
}
