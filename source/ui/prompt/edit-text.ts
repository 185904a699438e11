// The only place where the prompt's text changes, with undo and redo.

import {boundaryFrom} from './graphemes.js';
import type {Edit, Edits, PromptState} from './prompt-state.js';

/** The replacement of the text between `start` and `end`. */
export type Replacement = {readonly start: number; readonly end: number; readonly inserted: string};

/** Replaces a range, puts the cursor after the inserted text, and records how to undo it. `run` is the kind of action. */
export function editText(
	state: PromptState,
	{start, end, inserted}: Replacement,
	run: PromptState['run'] = null,
): PromptState {
	const removed = state.text.slice(start, end);
	if (removed === inserted) {
		return {...state, goal: null, run: null};
	}

	const text = state.text.slice(0, start) + inserted + state.text.slice(end);
	// The inserted text may have joined what follows: a flag's second half, a combining mark.
	const cursor = boundaryFrom(text, start + inserted.length);
	const edit = {start, removed, inserted, before: state.cursor, after: cursor};
	const done = run !== null && run === state.run ? join(state.done, edit) : {edit, older: state.done};
	return {...state, text, cursor, goal: null, done, undone: null, run};
}

/** Undoes the last change. A typed word or a run of erased characters counts as one. */
export function undo(state: PromptState): PromptState {
	if (state.done === null) {
		return state;
	}

	const {edit, older} = state.done;
	return {
		...state,
		text: splice(state.text, edit.start, edit.inserted.length, edit.removed),
		cursor: edit.before,
		goal: null,
		run: null,
		done: older,
		undone: {edit, older: state.undone},
	};
}

/** Redoes what was undone. */
export function redo(state: PromptState): PromptState {
	if (state.undone === null) {
		return state;
	}

	const {edit, older} = state.undone;
	return {
		...state,
		text: splice(state.text, edit.start, edit.removed.length, edit.inserted),
		cursor: edit.after,
		goal: null,
		run: null,
		done: {edit, older: state.done},
		undone: older,
	};
}

function splice(text: string, start: number, length: number, inserted: string): string {
	return text.slice(0, start) + inserted + text.slice(start + length);
}

function join(done: Edits, edit: Edit): Edits {
	if (done === null) {
		return {edit, older: null};
	}

	const joined = joinEdits(done.edit, edit);
	return joined === null ? {edit, older: done} : {edit: joined, older: done.older};
}

function joinEdits(last: Edit, next: Edit): Edit | null {
	const {before} = last;
	const {after} = next;
	const end = last.start + last.inserted.length;
	const beginsWord = /\s/.test(last.inserted.at(-1) ?? '') && /^\S/.test(next.inserted);
	if (last.removed === '' && next.removed === '' && next.start === end && !beginsWord) {
		return {start: last.start, removed: '', inserted: last.inserted + next.inserted, before, after};
	}

	if (last.inserted !== '' || next.inserted !== '') {
		return null;
	}

	if (next.start + next.removed.length === last.start) {
		return {start: next.start, removed: next.removed + last.removed, inserted: '', before, after};
	}

	return next.start === last.start
		? {start: last.start, removed: last.removed + next.removed, inserted: '', before, after}
		: null;
}
