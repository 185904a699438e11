// The prompt's editor as a hook: keys and pastes become commands. The state is always the newest, even if several keys come between two
// commits.

import {useInput, usePaste} from 'ink';
import {useMemo, useRef, useState} from 'react';
import type {Prompt} from '../../analysis/prompt.js';
import {layoutPrompt, offsetAt, type PromptLayout} from './layout-prompt.js';
import {layoutSearch} from './layout-search.js';
import {moveTo} from './move-cursor.js';
import {type PromptCommand, runPromptCommand} from './prompt-command.js';
import {promptCommands} from './prompt-keys.js';
import {emptyPrompt, type PromptState} from './prompt-state.js';
import {textWithLabels} from './prompt-value.js';
import {clear, setSigned, setText} from './type-text.js';

export type PromptEditorOptions = {
	/** The prompts sent before, oldest first. */
	readonly history: readonly Prompt[];
	/** Cells of a row of text. */
	readonly width: number;
	readonly maxRows: number;
	/** Receives what to send, never blank, and whether the key asked to stop at its request. The prompt is empty by then. */
	readonly onSubmit: (prompt: Prompt, isStopped: boolean) => void;
	/** Whether the key that sends and stops does so now. Otherwise it makes a new line, as in other programs. */
	readonly canSendAndStop?: () => boolean;
	/**
	 * Receives every command before the editor runs it, with the newest state, and returns whether it handled the command: a menu handles
	 * Up, Down, Tab, Enter and Escape, `edit` opens an editor. During a search, commands go to the search only.
	 */
	readonly onCommand?: (command: PromptCommand, state: PromptState) => boolean;
	/** Whether the editor receives keys and pastes. The default is true. */
	readonly isActive?: boolean;
};

export type PromptEditor = {
	readonly state: PromptState;
	readonly layout: PromptLayout;
	/** The state after the last key, even before it is rendered. */
	readonly newest: () => PromptState;
	/** Runs a command, for an app that dispatches keys itself. */
	readonly run: (command: PromptCommand) => void;
	/** Runs a command if a search or `onCommand` handles it, and returns whether it did: for a key that otherwise belongs to the app. */
	readonly claim: (command: PromptCommand) => boolean;
	/** Makes `prompt` the whole prompt, cursor at its end. Can be undone. */
	readonly setText: (prompt: Prompt) => void;
	/** The same for a text that was edited elsewhere, in which each file had its label. */
	readonly setLabelled: (text: string) => void;
	/** Empties the prompt. Can be undone. */
	readonly clear: () => void;
	/** Puts the cursor at a cell, counted from the start of the first row of `layout`, or near it. */
	readonly place: (cell: {readonly row: number; readonly column: number}) => void;
};

/** Edits a prompt from the keyboard. `<Prompt>` draws its `layout`. */
export function usePromptEditor({
	history,
	width,
	maxRows,
	onSubmit,
	onCommand,
	canSendAndStop,
	isActive = true,
}: PromptEditorOptions): PromptEditor {
	const [state, setState] = useState(emptyPrompt);
	const newest = useRef(state);
	const {update, ...methods} = useMemo(() => {
		const update = (next: PromptState) => {
			newest.current = next;
			setState(next);
		};

		return {
			update,
			newest: () => newest.current,
			setText: (prompt: Prompt) => update(setText(newest.current, prompt)),
			setLabelled: (text: string) =>
				update(setSigned(newest.current, {...newest.current, text: textWithLabels(text, newest.current)})),
			clear: () => update(clear(newest.current)),
		};
	}, []);

	const edit = (command: PromptCommand) => {
		const outcome = runPromptCommand(newest.current, command, {history, width});
		update(outcome.state);
		if (outcome.sent !== null) {
			onSubmit(outcome.sent, command.name === 'sendAndStop');
		}
	};

	const claim = (command: PromptCommand): boolean => {
		if (newest.current.search === null) {
			return onCommand?.(command, newest.current) ?? false;
		}

		edit(command);
		return true;
	};

	const run = (pressed: PromptCommand) => {
		const isNewline = pressed.name === 'sendAndStop' && canSendAndStop?.() !== true;
		const command: PromptCommand = isNewline ? {name: 'newline'} : pressed;
		if (!claim(command)) {
			edit(command);
		}
	};

	const place: PromptEditor['place'] = ({row, column}) => {
		const at = newest.current;
		if (at.search === null) {
			update(moveTo(at, offsetAt(at, {width, maxRows, row, column})));
		}
	};

	useInput(
		(input, key) => {
			for (const command of promptCommands(input, key)) {
				run(command);
			}
		},
		{isActive},
	);
	usePaste(text => run({name: 'paste', text}), {isActive});

	const layout = useMemo(
		() =>
			state.search === null
				? layoutPrompt(state, width, maxRows)
				: layoutSearch(state.search, history, width, maxRows),
		[state, history, width, maxRows],
	);

	return {state, layout, run, claim, place, ...methods};
}
