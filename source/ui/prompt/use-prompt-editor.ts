// The prompt's editor in a component: keys and pastes become commands, the state is the newest one even if several keys come between
// two commits.

import {useInput, usePaste} from 'ink';
import {useMemo, useRef, useState} from 'react';
import {layoutPrompt, type PromptLayout} from './layout-prompt.js';
import {layoutSearch} from './layout-search.js';
import {type PromptCommand, runPromptCommand} from './prompt-command.js';
import {promptCommands} from './prompt-keys.js';
import {emptyPrompt, type PromptState} from './prompt-state.js';
import {clear, setText} from './type-text.js';

export type PromptEditorOptions = {
	/** The prompts sent before, oldest first. */
	readonly history: readonly string[];
	/** Cells of a row of text. */
	readonly width: number;
	readonly maxRows: number;
	/** Gets the text with its pastes unfolded; never blank text. The prompt is empty by then. */
	readonly onSubmit: (text: string) => void;
	/**
	 * Sees every command before the editor carries it out, with the newest state, and returns whether it took the command over: a menu
	 * takes Up, Down, Tab, Enter and Escape, `edit` opens an editor. During a search the commands go to the search alone.
	 */
	readonly onCommand?: (command: PromptCommand, state: PromptState) => boolean;
	/** Whether keys and pastes come here; true unless said otherwise. */
	readonly isActive?: boolean;
};

export type PromptEditor = {
	readonly state: PromptState;
	readonly layout: PromptLayout;
	/** The state after the last key, also before it has been rendered. */
	readonly newest: () => PromptState;
	/** Carries out a command, for an app that hands out the keys itself. */
	readonly run: (command: PromptCommand) => void;
	/** Carries out a command that a search or `onCommand` is there for, and tells whether it did: for a key that is otherwise the app's. */
	readonly claim: (command: PromptCommand) => boolean;
	/** Makes `text` the whole prompt, cursor at its end. Can be undone. */
	readonly setText: (text: string) => void;
	/** Empties the prompt. Can be undone. */
	readonly clear: () => void;
};

/** Edits a prompt from the keyboard. `<Prompt>` draws its `layout`. */
export function usePromptEditor({
	history,
	width,
	maxRows,
	onSubmit,
	onCommand,
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
			setText: (text: string) => update(setText(newest.current, text)),
			clear: () => update(clear(newest.current)),
		};
	}, []);

	const edit = (command: PromptCommand) => {
		const outcome = runPromptCommand(newest.current, command, {history, width});
		update(outcome.state);
		if (outcome.sent !== null) {
			onSubmit(outcome.sent);
		}
	};

	const claim = (command: PromptCommand): boolean => {
		if (newest.current.search === null) {
			return onCommand?.(command, newest.current) ?? false;
		}

		edit(command);
		return true;
	};

	const run = (command: PromptCommand) => {
		if (!claim(command)) {
			edit(command);
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

	return {state, layout, run, claim, ...methods};
}
