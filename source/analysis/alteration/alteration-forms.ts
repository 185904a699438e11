import type {Alteration} from './alteration.js';

/** A way to alter a stream. `form` is how it is written after its name. */
export type AlterationForm = {
	readonly name: Alteration['does'];
	readonly form: string;
	readonly example: string;
	readonly summary: string;
};

/** The ways to alter a stream, in the order in which the docs show them. The parser and docs/tap.md read this table. */
export const alterationForms: readonly AlterationForm[] = [
	{name: 'drop', form: 'FILTER', example: 'drop type:ping', summary: 'the client does not get the event'},
	{
		name: 'delay',
		form: 'TIME FILTER',
		example: 'delay 2s type:message_delta',
		summary: 'the client gets the event so much later, and what follows not before it',
	},
	{
		name: 'edit',
		form: 'FILTER JSON',
		example: 'edit type:message_delta {"delta":{"stop_reason":"max_tokens"}}',
		summary: 'fields of the event’s JSON are replaced; null removes one (a merge patch, RFC 7396)',
	},
	{
		name: 'inject',
		form: 'before|after FILTER JSON',
		example: 'inject after type:message_start {"type":"ping"}',
		summary: 'the client gets one more event',
	},
	{
		name: 'cut',
		form: 'FILTER',
		example: 'cut text:soil',
		summary: 'the client’s connection closes in place of the event',
	},
	{
		name: 'hold',
		form: 'FILTER',
		example: 'hold type:message_stop',
		summary: 'the stream stops before the event until it is let go, as with --hold',
	},
];
