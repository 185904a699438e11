import {unfoldPastes} from '../state/prompt/folded-paste.js';
import type {PromptCommand} from '../state/prompt/prompt-command.js';
import type {PromptState} from '../state/prompt/prompt-state.js';
import {promptText} from '../state/prompt/type-text.js';
import type {Store} from '../state/store.js';
import type {EditedText} from './chat-services.js';
import {type ModelList, noModels} from './model-list.js';
import type {SlashContext} from './slash-context.js';
import {isSlashLine, runSlashLine, textToSend} from './slash-line.js';
import {type MenuState, pressInMenu, slashMenu, untouchedMenu} from './slash-menu.js';
import {refused, type SlashReply} from './slash-reply.js';

/** What there is to a chat's prompt besides its text. */
export type PromptExtras = {
	readonly menu: MenuState;
	/** What the last command said, until the next key. */
	readonly reply: SlashReply | null;
	/** The exchange in whose place the next prompt goes. */
	readonly editing: number | null;
	readonly models: ModelList;
};

export const noExtras: PromptExtras = {menu: untouchedMenu, reply: null, editing: null, models: noModels};

/** The prompt's text, as far as commands change it. */
export type EditedPrompt = {
	setText(text: string): void;
	clear(): void;
};

export type PromptEffects = {
	/** Sends what is no command. */
	send(prompt: string, before: number | null): void;
	leave(): void;
	/** Has the text changed in the person's own editor. */
	openEditor(text: string): Promise<EditedText>;
};

/** What the prompt of a chat does with keys and texts, apart from editing. */
export type PromptControl = {
	/** Sees every command before the editor does; returns whether it took it over. */
	press(command: PromptCommand, state: PromptState, prompt: EditedPrompt): boolean;
	/** Takes a text that is sent and is no command. */
	submit(text: string): void;
};

export function createPromptControl(
	store: Store<PromptExtras>,
	context: SlashContext,
	effects: PromptEffects,
): PromptControl {
	let isEditorOpen = false;
	const show = (reply: SlashReply) => {
		store.update(extras => ({...extras, reply: reply.text === null ? null : reply}));
	};

	const run = (line: string, prompt: EditedPrompt) => {
		// First, since the command itself may have something to put there.
		prompt.clear();
		const reply = runSlashLine(line, context);
		if (reply instanceof Promise) {
			void reply.then(show);
			return;
		}

		show(reply);
		const text = reply.isProblem ? line : reply.prompt;
		if (text !== '') {
			prompt.setText(text);
		}
	};

	const openEditor = async (state: PromptState, prompt: EditedPrompt) => {
		isEditorOpen = true;
		const edited = await effects.openEditor(promptText(state));
		isEditorOpen = false;
		if ('text' in edited) {
			prompt.setText(edited.text);
		} else {
			show(refused(edited.problem));
		}
	};

	const pressMenu = (command: PromptCommand, state: PromptState, prompt: EditedPrompt): boolean => {
		const menu = slashMenu(state.text, store.state.menu, context);
		const outcome = menu === null ? null : pressInMenu(menu, command, state.text);
		switch (outcome?.kind) {
			case 'menu': {
				store.update(extras => ({...extras, menu: outcome.state}));
				return true;
			}

			case 'text': {
				prompt.setText(outcome.text);
				return true;
			}

			case 'run': {
				run(unfoldPastes(outcome.line, state.pastes), prompt);
				return true;
			}

			case undefined: {
				return false;
			}
		}
	};

	return {
		press(command, state, prompt) {
			if (store.state.reply !== null) {
				store.update(extras => ({...extras, reply: null}));
			}

			const isNewline = command.name === 'enter' && state.text[state.cursor - 1] === '\\';
			if (!isNewline && pressMenu(command, state, prompt)) {
				return true;
			}

			if (command.name === 'edit') {
				if (!isEditorOpen) {
					void openEditor(state, prompt);
				}

				return true;
			}

			if (command.name === 'enter' && !isNewline && isSlashLine(state.text)) {
				run(promptText(state), prompt);
				return true;
			}

			if (command.name === 'escape' && store.state.editing !== null) {
				store.update(extras => ({...extras, editing: null}));
				prompt.clear();
				return true;
			}

			return false;
		},
		submit(text) {
			if (text.trim() === 'quit') {
				effects.leave();
				return;
			}

			const {editing} = store.state;
			store.update(extras => ({...extras, editing: null}));
			effects.send(textToSend(text), editing);
		},
	};
}
