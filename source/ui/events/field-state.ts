/** A one-line field that is open over the status line. `result` and `fault` answer the call of a tool. */
export type FieldKind =
	| 'search'
	| 'find'
	| 'code'
	| 'filter'
	| 'goto'
	| 'breakpoint'
	| 'note'
	| 'result'
	| 'fault';

export type FieldState = {
	readonly field: {readonly kind: FieldKind; readonly value: string} | null;
};

export const initialField: FieldState = {field: null};
