import {deltaTypes} from '../messages/vocabulary/deltas.js';
import {eventTypes} from '../messages/vocabulary/events.js';

/** The event and delta kinds that a filter or breakpoint can name. Any other word is text to search for. */
const kinds: ReadonlySet<string> = new Set([
	'request',
	'response',
	...eventTypes.map(({name}) => name),
	...deltaTypes.map(({name}) => name),
	'body',
	'end',
]);

/** The kind that a word names, either alone or as in `type:ping`, which may be an unknown kind. `null` for any other text. */
export function readKind(words: string): string | null {
	const [, named] = /^(?:type|event|kind):\s*([^\s:]+)$/i.exec(words) ?? [];
	return named ?? (kinds.has(words) ? words : null);
}

/** Writes a kind in the form that `readKind` reads. */
export function kindSource(kind: string): string {
	return readKind(kind) === kind ? kind : `type:${kind}`;
}
