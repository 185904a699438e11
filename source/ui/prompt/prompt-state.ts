// The state of the prompt's editor. It changes only through the functions of this folder, each of which returns a new state.

import type {PromptUnit} from './prompt-unit.js';

/** One change: at `start`, `inserted` replaced `removed`, and the cursor moved from `before` to `after`. */
export type Edit = {
	readonly start: number;
	readonly removed: string;
	readonly inserted: string;
	readonly before: number;
	readonly after: number;
};

/** Changes, newest first. A linked list, because an array would be copied at every key. */
export type Edits = {readonly edit: Edit; readonly older: Edits} | null;

/** How far Up has gone in the history, and the draft that was being written. */
export type Recall = {readonly index: number; readonly draft: string};

/** The search of Ctrl+R: the index in the history of the entry found, null if there is none. */
export type PromptSearch = {readonly query: string; readonly index: number | null};

export type PromptState = {
	/** The edited text, with a sign for each long paste and each file. `promptValue` returns what is sent. */
	readonly text: string;
	/** An offset into `text`, always between two grapheme clusters. */
	readonly cursor: number;
	/** The column in cells that Up and Down try to keep, null after anything else. */
	readonly goal: number | null;
	/** The text that the last kills cut, for yank. */
	readonly killed: string;
	readonly undone: Edits;
	readonly done: Edits;
	/** The run that the next action of the same kind joins: typed words are undone together, kills are yanked together. */
	readonly run: 'typing' | 'erasing' | 'killing' | null;
	/** What the signs stand for. It only grows, because a sign may come back by undo or yank. */
	readonly units: readonly PromptUnit[];
	readonly recall: Recall | null;
	readonly search: PromptSearch | null;
};

export const emptyPrompt: PromptState = {
	text: '',
	cursor: 0,
	goal: null,
	killed: '',
	undone: null,
	done: null,
	run: null,
	units: [],
	recall: null,
	search: null,
};
