/** A one-line field that is open over the status line. `result` and `fault` answer the call of a tool, `view` names a filter. */
export type FieldKind =
	| 'search'
	| 'find'
	| 'code'
	| 'filter'
	| 'goto'
	| 'breakpoint'
	| 'note'
	| 'result'
	| 'fault'
	| 'view';

export type FieldState = {
	readonly field: OpenField | null;
	/** Earlier filters, searches and breakpoints, newest first. */
	readonly filters: readonly string[];
};

export type OpenField = {
	readonly kind: FieldKind;
	readonly value: string;
	/** What was typed before Tab completed it, and how often. */
	readonly completing?: {readonly typed: string; readonly turn: number};
	/** What was typed before Up recalled an earlier filter, and its index. */
	readonly recalled?: {readonly typed: string; readonly index: number};
};

/** How many earlier filters Up can recall. */
export const maxEarlier = 50;

export const initialField: FieldState = {field: null, filters: []};
