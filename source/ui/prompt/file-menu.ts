import {type MenuState, untouchedMenu} from '../slash/slash-menu.js';
import {type Completion, completionMatches, selectNext, selectPrevious} from './completion.js';
import type {FileList} from './file-services.js';
import type {PromptCommand} from './prompt-command.js';
import type {PromptState} from './prompt-state.js';

/** The list of files over a prompt in which an `@` begins a word. */
export type FileMenu = {
	/** What matches, best first. */
	readonly items: readonly Completion[];
	/** The number of items if nothing were typed, so that the menu keeps its height. */
	readonly count: number;
	readonly selected: number;
	/** Shown if there are no items. */
	readonly note: string;
	readonly isLoading: boolean;
	readonly state: MenuState;
	/** What the chosen file replaces: the `@` and what is typed after it. */
	readonly typed: string;
};

/** More matches than anybody looks through. */
const maxItems = 100;

/** How far before the cursor to look for an `@`. */
const maxTyped = 200;

/** The menu at the cursor, or `null` if there is none. */
export function fileMenu(
	{text, cursor}: Pick<PromptState, 'text' | 'cursor'>,
	menu: MenuState,
	{items, isLoading}: FileList,
): FileMenu | null {
	const [, typed] =
		/(?:^|[\s\u{E01F0}-\u{E0FFF}])(@[^\s@]*)$/u.exec(text.slice(Math.max(0, cursor - maxTyped), cursor)) ??
		[];
	const state = text === menu.query ? menu : {...untouchedMenu, query: text};
	if (typed === undefined || state.isClosed) {
		return null;
	}

	const matches = completionMatches(items, typed.slice(1)).slice(0, maxItems);
	return {
		items: matches,
		count: Math.min(items.length, maxItems),
		selected: Math.max(0, Math.min(state.selected, matches.length - 1)),
		note: isLoading ? 'Listing the files …' : 'No file here matches. /attach takes any path.',
		isLoading,
		state,
		typed,
	};
}

/** What a key does to the menu: another state of it, or a file is chosen. */
export type FileMenuOutcome =
	| {readonly kind: 'menu'; readonly state: MenuState}
	| {readonly kind: 'file'; readonly path: string};

/** Handles a key. Returns `null` for a key that the menu does not use. */
export function pressInFileMenu(
	{items, selected, isLoading, state, typed}: FileMenu,
	{name}: PromptCommand,
): FileMenuOutcome | null {
	if (name === 'escape') {
		return {kind: 'menu', state: {...state, isClosed: true}};
	}

	const path = items[selected]?.label;
	if (path === undefined) {
		// While the files are listed, Tab is meant for them and not for the next pane.
		return isLoading && name === 'complete' ? {kind: 'menu', state} : null;
	}

	const moved = {...state, selected, isMoved: true};
	switch (name) {
		case 'moveUp': {
			return {kind: 'menu', state: {...moved, ...selectPrevious(moved, items.length)}};
		}

		case 'moveDown': {
			return {kind: 'menu', state: {...moved, ...selectNext(moved, items.length)}};
		}

		case 'complete': {
			return {kind: 'file', path};
		}

		case 'enter': {
			// Letters that are only somewhere in a name may be a word of the prompt, which Enter is to send.
			const isMeant = state.isMoved || path.toLowerCase().includes(typed.slice(1).toLowerCase());
			return isMeant ? {kind: 'file', path} : null;
		}

		default: {
			return null;
		}
	}
}
