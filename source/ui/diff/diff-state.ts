import {atTop, type ListState} from '../screen/list-state.js';

/** Two exchanges side by side, over the panes; `exchanges` is `null` until a first pair was opened. */
export type DiffState = {
	readonly exchanges: readonly [left: number, right: number] | null;
	readonly list: ListState;
	/** The side whose events Enter goes to. */
	readonly side: 'left' | 'right';
	/** Whether stretches in which both are the same are shown as well. */
	readonly isWhole: boolean;
};

export const initialDiff: {readonly diff: DiffState} = {
	diff: {exchanges: null, list: atTop, side: 'left', isWhole: false},
};
