import {sanitize} from '../../text/sanitize.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {isObject, type Json, objectAt, parseJson} from '../../wire/json.js';

/**
 * Events with what a browser would obey or hide in their texts made visible, as a terminal's screen shows it: control characters, what
 * reorders text, what cannot be seen. An event that has none of it is given back as it is.
 */
export function* shownEvents(events: readonly TraceEvent[]): Generator<TraceEvent> {
	for (const [position, event] of events.entries()) {
		if (event.type !== 'sse') {
			yield isPlain(JSON.stringify(event))
				? event
				: (shownJson(event as unknown as Json) as unknown as TraceEvent);
			continue;
		}

		const {data, ...rest} = event;
		const isRestPlain = isPlain(JSON.stringify(rest));
		yield isPlain(data) && isRestPlain
			? event
			: {...(shownJson(rest) as typeof rest), data: shownData(data, () => pieceBefore(events, position))};
	}
}

/** A payload of other texts; what is no JSON as a text. */
function shownData(data: string, before: () => string): string {
	const payload = isPlain(data) ? undefined : parseJson(data);
	if (payload === undefined) {
		return shownText(data);
	}

	const piece = pieceOf(payload);
	const shown = shownJson(payload);
	return JSON.stringify(
		piece === null || !isObject(shown)
			? shown
			: {...shown, delta: {...objectAt(shown, 'delta'), [piece.name]: shownText(piece.text, before())}},
	);
}

/** Everything that a value holds, the names of its fields too. */
function shownJson(value: Json): Json {
	if (typeof value === 'string') {
		return shownText(value);
	}

	if (Array.isArray(value)) {
		return value.map(shownJson);
	}

	return isObject(value)
		? Object.fromEntries(
				Object.entries(value).map(([name, inner]) => [shownText(name), shownJson(inner ?? null)]),
			)
		: value;
}

/** A text, or one that follows another: an accent or a part of an emoji belongs to what stands before it. */
function shownText(text: string, before = ''): string {
	// Tabs are harmless in a page.
	const [first = '', ...others] = text.split('\t');
	const rest = others.map(part => `\t${sanitize(part)}`).join('');
	return sanitize(before + first).slice(sanitize(before).length) + rest;
}

/** Nothing in it needs a look: ASCII, and no escapes but those of quotes, line feeds and tabs. */
function isPlain(json: string): boolean {
	return /^[\t\n\u0020-\u007E]*$/.test(json) && !/\\[ubfr]/.test(json);
}

type Piece = {readonly name: string; readonly text: string; readonly index: Json | undefined};

const pieceNames = ['text', 'thinking', 'partial_json'] as const;

/** What a delta adds to its block. */
function pieceOf(payload: Json | undefined): Piece | null {
	const delta = objectAt(payload, 'delta');
	const name = pieceNames.find(key => typeof delta[key] === 'string');
	return name === undefined || !isObject(payload)
		? null
		: {name, text: String(delta[name]), index: payload.index};
}

/** How many events are looked at for the piece before: other blocks and pings may come between. */
const nearby = 50;

function pieceBefore(events: readonly TraceEvent[], position: number): string {
	const event = events[position];
	const piece = event?.type === 'sse' ? pieceOf(parseJson(event.data)) : null;
	for (let other = position - 1; piece !== null && other >= Math.max(0, position - nearby); other--) {
		const earlier = events[other];
		const before = earlier?.type === 'sse' ? pieceOf(parseJson(earlier.data)) : null;
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
