/** A one-line field that is open over the status line. */
export type FieldKind = 'search' | 'filter' | 'goto' | 'breakpoint';

export type FieldState = {
	readonly field: {readonly kind: FieldKind; readonly value: string} | null;
};

export const initialField: FieldState = {field: null};
