import type {PaneName} from './layout.js';

/** A cell inside a pane's frame, counted from 0. */
export type Cell = {readonly row: number; readonly column: number};

/** The mouse with its button held in a pane: where it was pressed, and where it is, `null` until it has moved. */
export type Drag = {readonly pane: PaneName; readonly from: Cell; readonly to: Cell | null};

export type PointerState = {
	/** Whether the terminal reports the mouse. */
	readonly hasMouse: boolean;
	readonly drag: Drag | null;
};

export const initialPointer: PointerState = {hasMouse: false, drag: null};
