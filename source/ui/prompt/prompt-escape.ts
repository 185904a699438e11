import type {SlashContext} from '../slash/slash-context.js';
import {isSlashLine} from '../slash/slash-line.js';
import {type MenuState, slashMenu} from '../slash/slash-menu.js';
import {fileMenu} from './file-menu.js';
import type {FileList} from './file-services.js';
import type {PromptState} from './prompt-state.js';

/** What Esc does in the prompt before it does anything outside. */
export type PromptEscape = 'stopWaiting' | 'endSearch' | 'closeMenu' | 'stopEditing';

/** What is open in the prompt. */
export type PromptOpen = {
	readonly menu: MenuState;
	readonly files: FileList;
	/** The exchange that the next prompt replaces. */
	readonly editing: number | null;
	/** Whether Enter waits for a file. */
	readonly isWaiting: boolean;
};

/** What Esc does in the prompt now; `null` if it acts outside the prompt. */
export function promptEscape(
	state: PromptState,
	{menu, files, editing, isWaiting}: PromptOpen,
	context: SlashContext,
): PromptEscape | null {
	if (state.search !== null) {
		return 'endSearch';
	}

	if (isWaiting) {
		return 'stopWaiting';
	}

	const {items = []} = slashMenu(state.text, menu, context) ?? {};
	if (items.length > 0 || (!isSlashLine(state.text) && fileMenu(state, menu, files) !== null)) {
		return 'closeMenu';
	}

	return editing === null ? null : 'stopEditing';
}
