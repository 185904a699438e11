/** How a number is compared. `=` with several values means one of them. */
export type Comparison = '=' | '!=' | '>' | '>=' | '<' | '<=';

/** What a text is searched for: words in any case, or a regular expression. */
export type Pattern =
	| {readonly kind: 'words'; readonly text: string}
	| {readonly kind: 'regex'; readonly source: string; readonly flags: string};

/** A question about one event. The fields are those of `filter-fields.ts`. Numbers are in milliseconds, bytes, or counted as they are shown. */
export type Condition =
	| {readonly on: 'any' | 'text'; readonly pattern: Pattern}
	| {readonly on: 'names'; readonly field: NameField; readonly values: readonly string[]}
	| {
			readonly on: 'number';
			readonly field: NumberField;
			readonly comparison: Comparison;
			readonly values: readonly number[];
	  }
	| {
			readonly on: 'json';
			readonly path: readonly string[];
			readonly comparison: Comparison | '~' | 'exists';
			readonly value: string;
	  };

export type NameField = 'type' | 'sdk' | 'finding';
export type NumberField = 'block' | 'exchange' | 'attempt' | 'read' | 'gap' | 'bytes' | 'status';

/** A condition, or its opposite. */
export type Term = {readonly isNot: boolean; readonly condition: Condition};

/** An event passes if it meets every term of one of the alternatives. There is at least one, and each has at least one term. */
export type Filter = {readonly alternatives: ReadonlyArray<readonly Term[]>};

/** A filter for one text, whatever characters it has. */
export function textFilter(text: string): Filter {
	return {alternatives: [[{isNot: false, condition: {on: 'any', pattern: {kind: 'words', text}}}]]};
}

/** A filter for events of one of some types. */
export function typeFilter(...values: readonly string[]): Filter {
	return {alternatives: [[{isNot: false, condition: {on: 'names', field: 'type', values}}]]};
}

/** Whether a filter asks about a field. */
export function asksAbout({alternatives}: Filter, field: NameField | NumberField): boolean {
	return alternatives.flat().some(({condition}) => 'field' in condition && condition.field === field);
}
