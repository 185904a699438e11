// Streams and captures that are changed at random, through every way to read them. `FUZZ_SECONDS` says for how long: `npm run test:properties`
// takes a minute and prints its seed.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import process from 'node:process';
import {test} from 'node:test';
import fc from 'fast-check';
import {openTraceSource} from '../source/recording/open-trace-source.js';
import {type GrowingMarkdown, growMarkdown, renderMarkdown} from '../source/text/markdown/render-markdown.js';
import {encodeSse} from '../source/wire/encode-sse.js';
import {isObject, type Json, parseJson} from '../source/wire/json.js';
import {parseSse} from '../source/wire/parse-sse.js';
import type {SseEvent} from '../source/wire/sse-event.js';
import {readEverything} from './helpers/read-everything.js';
import {streamFixtures} from './helpers/stream-fixtures.js';
import {recordingFixture, sseOf} from './helpers/trace-source-parts.js';
import {plainView} from './text/markdown/plain-style.js';

/** Shared by the tests of this file. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 3);
const limits = (share: number) => ({
	numRuns: 1_000_000,
	interruptAfterTimeLimit: seconds * share * 1000,
	markInterruptAsFailure: false,
});

const words = [
	'constructor',
	'__proto__',
	'toString',
	'hasOwnProperty',
	'',
	'text_delta',
	'message_stop',
	'\u001B[31m',
	'🦜',
];
const values: fc.Arbitrary<Json> = fc.oneof(
	fc.constantFrom<Json>(...words, null, 0, -1, 1e308, true, [], {}),
	fc.jsonValue() as fc.Arbitrary<Json>,
);

/** Names of events and of their fields. */
const wireWords =
	'ping error message content_block content_block_delta type delta usage index text partial_json content'.split(
		' ',
	);

/** What is done to an event. The numbers are places, taken modulo what there is. */
const changes = fc.record({
	event: fc.nat(),
	place: fc.nat(),
	kind: fc.constantFrom(
		'value',
		'value',
		'value',
		'field',
		'field',
		'drop',
		'twice',
		'later',
		'cut',
		'name',
		'letters',
	),
	value: values,
	word: fc.constantFrom(...words, ...wireWords),
	letters: fc.string({unit: 'binary', maxLength: 20}),
});
type Change = typeof changes extends fc.Arbitrary<infer Value> ? Value : never;

/** The value with another one at a place of it. */
function withValue(value: Json, place: number, other: Json): Json {
	const isList = Array.isArray(value);
	const keys = isList || isObject(value) ? Object.keys(value) : [];
	const key = keys[place % (keys.length + 1)];
	if (key === undefined) {
		return other;
	}

	const rest = Math.floor(place / (keys.length + 1));
	if (isList) {
		return value.with(Number(key), withValue(value[Number(key)], rest, other));
	}

	return isObject(value) ? {...value, [key]: withValue(value[key] ?? null, rest, other)} : other;
}

function changed(events: readonly SseEvent[], change: Change): readonly SseEvent[] {
	const index = change.event % Math.max(1, events.length);
	const event = events[index];
	if (event === undefined) {
		return events;
	}

	const {data} = event;
	const payload = parseJson(data);
	const offset = change.place % (data.length + 1);
	const withData = (text: string) => events.with(index, {...event, data: text});
	switch (change.kind) {
		case 'value': {
			return payload === undefined
				? events
				: withData(JSON.stringify(withValue(payload, change.place, change.value)));
		}

		case 'field': {
			return isObject(payload) ? withData(JSON.stringify({...payload, [change.word]: change.value})) : events;
		}

		case 'drop': {
			return events.toSpliced(index, 1);
		}

		case 'twice': {
			return events.toSpliced(index, 0, event);
		}

		case 'later': {
			return events.toSpliced(index, 1).toSpliced(change.place % events.length, 0, event);
		}

		case 'cut': {
			return withData(data.slice(0, offset));
		}

		case 'name': {
			return events.with(index, {...event, event: change.word});
		}

		case 'letters': {
			return withData(data.slice(0, offset) + change.letters + data.slice(offset));
		}
	}
}

const streams = streamFixtures.map(({body}) => parseSse(body));
/** One event of each kind. */
const rareEvents = [
	...new Map(
		streams.flat().map(event => [event.data.replace(/"(?:[^"\\]|\\.){15,}"|\d+/g, ''), event]),
	).values(),
];

const bodies = fc
	.record({
		stream: fc.oneof(
			fc.constantFrom(...streams),
			// Rare events meet more changes here, and a different order.
			fc.array(fc.constantFrom(...rareEvents), {minLength: 1, maxLength: 20}),
		),
		changes: fc.array(changes, {minLength: 1, maxLength: 30, size: 'max'}),
	})
	.map(({stream, changes}) => changes.reduce<readonly SseEvent[]>(changed, stream).map(encodeSse).join(''));

/** A text in pieces: the places are where it is cut, as parts of the whole. */
const inPieces = (text: string, places: readonly number[]): readonly string[] => {
	const cuts = [
		0,
		...places.map(place => Math.floor(place * text.length)).sort((a, b) => a - b),
		text.length,
	];
	return cuts.slice(1).map((cut, index) => text.slice(cuts[index], cut));
};
const places = fc.array(fc.double({min: 0, max: 1, noNaN: true}), {maxLength: 6});

test('a stream that is changed at random is read in every way, and loses no event', async t => {
	let tried = 0;
	await fc.assert(
		fc.asyncProperty(bodies, places, async (body, cuts) => {
			tried++;
			const source = await openTraceSource(inPieces(body, cuts));
			assert.deepEqual(readEverything(source.events).faults, []);
			if (source.format === 'sse') {
				assert.deepEqual(
					sseOf(source).map(({event, data}) => ({event, data})),
					parseSse(body).map(({event, data}) => ({event, data})),
				);
			}
		}),
		limits(0.5),
	);
	t.diagnostic(`${tried} tried`);
});

const captures = ['curl-include.txt', 'curl-trace-ascii.txt', 'curl-trace.txt', 'two-turns.har'].map(name =>
	readFileSync(recordingFixture(name), 'utf8'),
);
const recordings = streamFixtures
	.slice(0, 6)
	.map(({body}) =>
		[
			'{"type":"recording","version":1,"app":"streamscope/0.1.0","startedAt":"2026-11-22T15:00:00.000Z","mode":"live","title":null}',
			'{"type":"request","at":0,"exchange":1,"attempt":1,"method":"POST","url":"https://api.anthropic.com/v1/messages","body":{"messages":[]}}',
			'{"type":"response","at":1,"exchange":1,"attempt":1,"status":200,"headers":{"request-id":"req_1"}}',
			...parseSse(body).map((event, index) =>
				JSON.stringify({type: 'sse', at: index + 2, exchange: 1, attempt: 1, chunk: index + 1, ...event}),
			),
		].join('\n'),
	);
const splices = fc.record({
	at: fc.double({min: 0, max: 1, noNaN: true}),
	removed: fc.nat(40),
	added: fc.oneof(
		fc.constantFrom('', '"', '{', '}', '\n', ...words),
		fc.string({unit: 'binary', maxLength: 20}),
	),
});

test('a capture or recording that is changed at random opens, and is read in every way', async t => {
	let tried = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...captures, ...recordings),
			fc.array(splices, {minLength: 1, maxLength: 8}),
			async (capture, changes) => {
				tried++;
				const text = changes.reduce((before, {at, removed, added}) => {
					const offset = Math.floor(at * before.length);
					return before.slice(0, offset) + added + before.slice(offset + removed);
				}, capture);
				const {events} = await openTraceSource([text]);
				assert.deepEqual(readEverything(events).faults, []);
			},
		),
		limits(0.35),
	);
	t.diagnostic(`${tried} tried`);
});

const marks = [
	'> ',
	'- ',
	'1. ',
	'*',
	'**',
	'_',
	'`',
	'```\n',
	'[',
	'](',
	')',
	'|',
	'|-|\n',
	'<',
	'&lt;',
	'~~',
	'#',
	'\n',
	'\n\n',
	'  ',
	'a',
	'end',
];

test('Markdown of any marks is drawn whole and while it streams in, in less than a second', t => {
	let tried = 0;
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.constantFrom(...marks), fc.nat(200)), {maxLength: 12}), runs => {
			tried++;
			const text = runs.map(([mark, count]) => mark.repeat(count)).join('');
			const before = process.cpuUsage();
			const view = plainView(60);
			const whole = renderMarkdown(text, view);
			let grown: GrowingMarkdown | undefined;
			for (const end of [0.3, 0.6, 1]) {
				grown = growMarkdown(text.slice(0, Math.floor(end * text.length)), view, grown);
			}

			assert.equal(Array.isArray(whole) && Array.isArray(grown?.lines), true);
			const {user} = process.cpuUsage(before);
			assert.ok(user < 1_000_000, `${user} µs`);
		}),
		limits(0.15),
	);
	t.diagnostic(`${tried} tried`);
});
