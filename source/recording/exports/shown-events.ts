import {decode} from '../../messages/decode.js';
import {sanitize} from '../../text/sanitize.js';
import type {SseTraceEvent, TraceEvent} from '../../trace/trace-event.js';
import {isObject, type Json, objectAt, printJson} from '../../wire/json.js';

/**
 * Makes characters visible that a browser would obey or hide, in the same way as the terminal screen: control characters, characters that
 * reorder text, and invisible ones. An event without any is returned unchanged.
 */
export function* shownEvents(events: readonly TraceEvent[]): Generator<TraceEvent> {
	for (const [position, event] of events.entries()) {
		if (event.type !== 'sse') {
			yield isPlain(printJson(event))
				? event
				: (shownJson(event as unknown as Json) as unknown as TraceEvent);
			continue;
		}

		const {data, ...rest} = event;
		const isRestPlain = isPlain(printJson(rest));
		yield isPlain(data) && isRestPlain
			? event
			: {...(shownJson(rest) as typeof rest), data: shownData(event, () => pieceBefore(events, position))};
	}
}

/** A payload with its texts made visible; if it is not JSON, the payload is one text. */
function shownData(event: SseTraceEvent, before: () => string): string {
	const payload = isPlain(event.data) ? undefined : decode(event).json;
	if (payload === undefined) {
		return shownText(event.data);
	}

	const piece = pieceOf(event);
	const shown = shownJson(payload);
	return JSON.stringify(
		piece === null || !isObject(shown)
			? shown
			: {...shown, delta: {...objectAt(shown, 'delta'), [piece.name]: shownText(piece.text, before())}},
	);
}

/** Deeper levels are shown as one text, because unlimited recursion would exhaust the stack. */
const maxDepth = 200;

/** Applies to every text in a value, including the names of its fields. */
function shownJson(value: Json, depth = 0): Json {
	if (typeof value === 'string') {
		return shownText(value);
	}

	if (depth > maxDepth) {
		return shownText(printJson(value));
	}

	if (Array.isArray(value)) {
		return value.map(item => shownJson(item, depth + 1));
	}

	return isObject(value)
		? Object.fromEntries(
				Object.entries(value).map(([name, inner]) => [shownText(name), shownJson(inner ?? null, depth + 1)]),
			)
		: value;
}

/** A text, possibly one that continues another: an accent or a part of an emoji belongs to the text before it. */
function shownText(text: string, before = ''): string {
	// Tabs are harmless in a page.
	const [first = '', ...others] = text.split('\t');
	const rest = others.map(part => `\t${sanitize(part)}`).join('');
	return sanitize(before + first).slice(sanitize(before).length) + rest;
}

/** True if nothing needs a check: ASCII, and no escapes except quotes, line feeds and tabs. */
function isPlain(json: string): boolean {
	return /^[\t\n\u0020-\u007E]*$/.test(json) && !/\\[ubfr]/.test(json);
}

type Piece = {readonly name: string; readonly text: string; readonly index: number | null};

/** The text that a delta adds to its block, and the field that holds it. */
function pieceOf(event: TraceEvent | undefined): Piece | null {
	const decoded = event?.type === 'sse' ? decode(event) : null;
	if (decoded?.kind !== 'content_block_delta' || decoded.known.field === null || decoded.piece === null) {
		return null;
	}

	const {known, delta, index, piece} = decoded;
	const {field} = known;
	return field !== null && typeof delta[field] === 'string' ? {name: field, text: piece.text, index} : null;
}

/** How many events back to look for the previous piece, since other blocks and pings may be in between. */
const nearby = 50;

function pieceBefore(events: readonly TraceEvent[], position: number): string {
	const event = events[position];
	const piece = pieceOf(event);
	for (let other = position - 1; piece !== null && other >= Math.max(0, position - nearby); other--) {
		const earlier = events[other];
		const before = pieceOf(earlier);
		if (
			earlier?.exchange === event?.exchange &&
			before?.index === piece.index &&
			before?.name === piece.name
		) {
			return before.text;
		}
	}

	return '';
}
