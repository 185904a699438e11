/** The columns that the event log can show, in the order in which they stand in a row. */
export const columnNames = [
	'clock',
	'start',
	'request',
	'delta',
	'content',
	'bytes',
	'tokens',
	'exchange',
	'sdk',
	'read',
	'block',
	'type',
] as const;

export type ColumnName = (typeof columnNames)[number];

/** The columns of the log: those that suit its width, or those that a person chose. */
export type ColumnChoice = 'auto' | readonly ColumnName[];

/** Chosen columns in their order, each once. */
export function inColumnOrder(names: readonly ColumnName[]): readonly ColumnName[] {
	return columnNames.filter(name => names.includes(name));
}
