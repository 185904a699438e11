import {deltaTypes} from '../../messages/vocabulary/deltas.js';
import {eventTypes} from '../../messages/vocabulary/events.js';
import type {NameField, NumberField} from './filter.js';

/** How the value of a field is written. */
export type FieldForm =
	/** `isOpen` if other values than the listed ones are possible. */
	| {
			readonly kind: 'names';
			readonly field: NameField;
			readonly values: readonly string[];
			readonly isOpen: boolean;
	  }
	| {readonly kind: 'number'; readonly field: NumberField; readonly unit: 'count' | 'time' | 'size'}
	| {readonly kind: 'text'}
	| {readonly kind: 'json'};

/** A field of the filter language. `summary` completes "finds events …". */
export type FilterField = {
	readonly name: string;
	readonly form: FieldForm;
	readonly example: string;
	readonly summary: string;
};

/** What `type:` can name. Other types may come, and can be named too. */
const typeNames: readonly string[] = [
	'request',
	'response',
	'body',
	'altered',
	'end',
	...[...eventTypes, ...deltaTypes].flatMap(({name, shortName}) => [name, shortName]),
].filter((name, index, names) => names.indexOf(name) === index);

const severities = ['error', 'warning', 'note', 'any'] as const;

/** The fields, in the order in which the help shows them. The parser, the help and docs/filter.md read this table. */
export const filterFields: readonly FilterField[] = [
	{
		name: 'type',
		form: {kind: 'names', field: 'type', values: typeNames, isOpen: true},
		example: 'type:delta,ping',
		summary: 'of a type: its wire name, the type of its delta, or the short name that narrow logs show',
	},
	{
		name: 'block',
		form: {kind: 'number', field: 'block', unit: 'count'},
		example: 'block:1',
		summary: 'of a content block',
	},
	{
		name: 'exchange',
		form: {kind: 'number', field: 'exchange', unit: 'count'},
		example: 'exchange:3',
		summary: 'of an exchange',
	},
	{
		name: 'attempt',
		form: {kind: 'number', field: 'attempt', unit: 'count'},
		example: 'attempt>1',
		summary: 'of an attempt',
	},
	{
		name: 'read',
		form: {kind: 'number', field: 'read', unit: 'count'},
		example: 'read:12',
		summary: 'that a network read brought',
	},
	{
		name: 'gap',
		form: {kind: 'number', field: 'gap', unit: 'time'},
		example: 'gap>500ms',
		summary: 'after a silence; a ping does not end one',
	},
	{
		name: 'bytes',
		form: {kind: 'number', field: 'bytes', unit: 'size'},
		example: 'bytes>2k',
		summary: 'with data of a size, in UTF-8',
	},
	{
		name: 'status',
		form: {kind: 'number', field: 'status', unit: 'count'},
		example: 'status>=400',
		summary: 'with an HTTP status',
	},
	{
		name: 'sdk',
		form: {kind: 'names', field: 'sdk', values: ['yielded', 'dropped', 'thrown', 'pending'], isOpen: false},
		example: 'sdk:dropped',
		summary: 'by what the SDK did with them',
	},
	{
		name: 'finding',
		form: {kind: 'names', field: 'finding', values: severities, isOpen: true},
		example: 'finding:error',
		summary: 'that break a rule of this severity, any rule, or the rule of a name',
	},
	{
		name: 'text',
		form: {kind: 'text'},
		example: 'text:soil',
		summary: 'that complete a text in their block, even if several deltas bring it',
	},
	{
		name: 'json',
		form: {kind: 'json'},
		example: 'json:delta.text~soil',
		summary:
			'by a value in their JSON: ~ contains it, = equals it, > and < compare numbers; a path alone asks whether it is there',
	},
];

const byName: ReadonlyMap<string, FilterField> = new Map(filterFields.map(field => [field.name, field]));

/** The field of a name. `undefined` for any other word. */
export function filterField(name: string): FilterField | undefined {
	return byName.get(name.toLowerCase());
}

/** The ways to join conditions, with an example and what it means. */
export const filterForms: ReadonlyArray<{readonly example: string; readonly summary: string}> = [
	{
		example: 'soil water',
		summary: 'both words, in any case, in the row, its data, or the text that it completes',
	},
	{example: 'soil | water', summary: 'one or the other; a comma does the same'},
	{example: '!ping', summary: 'not'},
	{example: '"two words"', summary: 'a text with spaces or signs'},
	{example: '/soil|water/i', summary: 'a regular expression; i ignores case'},
];
