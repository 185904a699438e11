import {deltaTypes} from '../messages/vocabulary/deltas.js';
import {eventTypes} from '../messages/vocabulary/events.js';

/** Kinds of events that a filter and a breakpoint name, and those of deltas; every other word is text to look for. */
const kinds: ReadonlySet<string> = new Set([
	'request',
	'response',
	...eventTypes.map(({name}) => name),
	...deltaTypes.map(({name}) => name),
	'body',
	'end',
]);

/** The kind that a word names, by itself or as in `type:ping`, where it may be one that nobody knows; `null` for every other text. */
export function readKind(words: string): string | null {
	const [, named] = /^(?:type|event|kind):\s*([^\s:]+)$/i.exec(words) ?? [];
	return named ?? (kinds.has(words) ? words : null);
}

/** A kind as `readKind` reads it. */
export function kindSource(kind: string): string {
	return readKind(kind) === kind ? kind : `type:${kind}`;
}
