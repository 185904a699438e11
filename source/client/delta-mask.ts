import {parseEventData} from '../messages/parse-event-data.js';
import type {SseTraceEvent} from '../trace/trace-event.js';
import {isObject, objectAt} from '../wire/json.js';
import {secretRanges, type TextRange} from '../wire/secret-ranges.js';

type Written = {
	/** The end of the block's text so far, unmasked. */
	readonly tail: string;
	/** Whether that end is masked already. */
	readonly isMasked: boolean;
};

/** How many blocks may be open at once: those of hundreds of streams. */
const maxBlocks = 2000;

/**
 * Masks credentials that are spread over the deltas of a block. Each delta is emitted at once, so a credential is recognised only after
 * eight letters, and up to seven of them stay unmasked.
 */
export function createDeltaMask(secrets: ReadonlySet<string>): (event: SseTraceEvent) => string {
	const written = new Map<string, Written>();
	let known = 0;
	let longest = 0;
	return ({exchange, attempt, event, data}) => {
		if (event === 'message_start') {
			// Those of other exchanges go on: a proxy has several at once.
			forget(written, `${exchange} ${attempt} `);
		}

		const value = event === 'content_block_delta' ? parseEventData(data) : undefined;
		const delta = objectAt(value, 'delta');
		const field = Object.keys(delta).find(key => key !== 'type' && typeof delta[key] === 'string');
		if (!isObject(value) || field === undefined) {
			return data;
		}

		if (known !== secrets.size) {
			known = secrets.size;
			longest = Math.max(0, ...[...secrets].map(({length}) => length));
		}

		const text = String(delta[field]);
		const block = `${exchange} ${attempt} ${String(value.index)} ${field}`;
		const before = written.get(block) ?? {tail: '', isMasked: false};
		// The newest blocks come last, and the oldest are over.
		written.delete(block);
		if (written.size >= maxBlocks) {
			forget(written, [...written.keys()][0] ?? '');
		}

		const whole = before.tail + text;
		const ranges = secretRanges(whole, secrets);
		written.set(block, {
			tail: whole.slice(Math.max(0, whole.length - longest)),
			isMasked: ranges.some(([, end]) => end === whole.length),
		});
		const masked = mask(whole, before, ranges);
		return masked === text ? data : JSON.stringify({...value, delta: {...delta, [field]: masked}});
	};
}

function forget(written: Map<string, Written>, prefix: string): void {
	for (const key of written.keys()) {
		if (key.startsWith(prefix)) {
			written.delete(key);
		}
	}
}

/** The masked text that the delta adds. A credential that is already masked is not marked again. */
function mask(whole: string, {tail, isMasked}: Written, ranges: readonly TextRange[]): string {
	let place = tail.length;
	let masked = '';
	for (const [start, end] of ranges) {
		if (end > place) {
			masked += whole.slice(place, Math.max(start, place)) + (start < place && isMasked ? '' : '…');
			place = end;
		}
	}

	return masked + whole.slice(place);
}
