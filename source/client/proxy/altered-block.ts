import {Buffer} from 'node:buffer';
import type {SentEvent} from '../../analysis/alteration/alter-event.js';
import {createSseParser} from '../../wire/parse-sse.js';
import type {SseEvent} from '../../wire/sse-event.js';

/** What a body consists of: server-sent events, or lines of JSON. */
export type BlockKind = 'sse' | 'lines';

/** The event of a block, or of a line; `null` for a block without one, such as a comment. */
export function eventIn(block: Uint8Array, kind: BlockKind): SseEvent | null {
	const text = Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString();
	if (kind === 'lines') {
		const data = text.trim();
		return data === '' ? null : {event: null, data};
	}

	let found: SseEvent | null = null;
	createSseParser(event => {
		found = event;
	}).feed(text);
	return found;
}

/** The bytes of an event. */
export function encoded({event, data, id, retry}: SentEvent, kind: BlockKind): Buffer {
	if (kind === 'lines') {
		return Buffer.from(`${data}\n`);
	}

	const fields = [
		...(event === null ? [] : [`event: ${event}`]),
		...(id === undefined ? [] : [`id: ${id}`]),
		...(retry === undefined ? [] : [`retry: ${retry}`]),
		`data: ${data}`,
	];
	return Buffer.from(`${fields.join('\n')}\n\n`);
}
