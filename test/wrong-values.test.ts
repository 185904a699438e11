import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {TraceEvent} from '../source/trace/trace-event.js';
import {isObject, type Json, type JsonObject} from '../source/wire/json.js';
import {parseSse} from '../source/wire/parse-sse.js';
import {readEverything} from './helpers/read-everything.js';
import {streamFixtures} from './helpers/stream-fixtures.js';
import {complete, tracedStream} from './helpers/traced-stream.js';
import {blockStart, messageDelta, messageStart, messageStop} from './messages/conformance/sample-stream.js';

/** Each as the text of its JSON: some cannot be printed from a value. */
const wrongValues: ReadonlyArray<readonly [name: string, json: string]> = [
	['null', 'null'],
	['an empty string', '""'],
	['the word constructor', '"constructor"'],
	['the word __proto__', '"__proto__"'],
	['the word toString', '"toString"'],
	['0', '0'],
	['−1', '-1'],
	['1e308', '1e308'],
	['the word NaN', '"NaN"'],
	['an empty list', '[]'],
	['an empty object', '{}'],
	['true', 'true'],
	['an object with inherited names', '{"__proto__":{"a":1},"constructor":"a","toString":null}'],
	['5,000 lists in each other', '['.repeat(5000) + ']'.repeat(5000)],
	['5,000 objects in each other', `${'{"a":'.repeat(5000)}null${'}'.repeat(5000)}`],
	['a string of 24,000 characters', JSON.stringify('a\u001B[31m🦜'.repeat(3000))],
];

const hole = '\u0001hole\u0001';

/** The payload with the hole in the place of each value in turn, the whole payload's too. */
function* withHoles(value: Json): Generator<Json> {
	yield hole;
	if (Array.isArray(value)) {
		for (const [index, item] of value.entries()) {
			for (const holed of withHoles(item)) {
				yield value.with(index, holed);
			}
		}
	} else if (isObject(value)) {
		for (const [key, inner] of Object.entries(value)) {
			for (const holed of withHoles(inner ?? null)) {
				yield {...value, [key]: holed};
			}
		}
	}
}

/** Names and paths of an event: two that share them differ in nothing that matters here. */
function shapeOf(value: Json | undefined, key = ''): string {
	if (isObject(value)) {
		return `{${Object.entries(value)
			.map(([name, inner]) => `${name}:${shapeOf(inner, name)}`)
			.join()}}`;
	}

	return Array.isArray(value) ? `[${shapeOf(value[0])}]` : key === 'type' ? String(value) : typeof value;
}

const payloads = new Map<string, JsonObject>();
for (const {body} of streamFixtures) {
	for (const {data} of parseSse(body)) {
		const payload: unknown = /^\s*\{.*\}\s*$/s.test(data) ? safeParse(data) : null;
		if (isObject(payload)) {
			payloads.set(shapeOf(payload), payload);
		}
	}
}

function safeParse(data: string): unknown {
	try {
		return JSON.parse(data);
	} catch {
		return null;
	}
}

const holed = [...payloads.values()].flatMap(payload =>
	[...withHoles(payload)].map(value => ({type: String(payload.type), json: JSON.stringify(value)})),
);

/** So many places share one trial of a value that is dear to handle. */
const dearPlaces = 90;

/** An exchange for each variant: the event stands where a real one would, in a message with an open block. */
function traceOf(value: string): readonly TraceEvent[] {
	const places = holed.filter((_, index) => value.length < 1000 || index % dearPlaces === 0);
	return places.flatMap(({type, json}, index): readonly TraceEvent[] => {
		const exchange = index + 1;
		const data = json.replace(JSON.stringify(hole), () => value);
		const odd = {event: type, data};
		const frame = type === 'message_start' ? [odd] : [messageStart(), blockStart(0), odd];
		return [...tracedStream([...frame, messageDelta(), messageStop], {exchange}), complete(900, exchange)];
	});
}

describe(`${holed.length} places of ${payloads.size} events`, () => {
	for (const [name, value] of wrongValues) {
		it(`may hold ${name}`, () => {
			assert.deepEqual(readEverything(traceOf(value)).faults, []);
		});
	}
});
