import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {createSseParser, parseSse} from '../../source/wire/parse-sse.js';
import type {SseEvent} from '../../source/wire/sse-event.js';
import {streamFixtures} from '../helpers/stream-fixtures.js';

/** Parses the bytes of a body that arrives in several reads, as the wire tap does. */
const parseReads = (bytes: Uint8Array, cuts: readonly number[]): readonly SseEvent[] => {
	const events: SseEvent[] = [];
	const parser = createSseParser(event => events.push(event));
	const decoder = new TextDecoder();
	const places = [0, ...cuts, bytes.length];
	for (const [index, place] of places.slice(1).entries()) {
		parser.feed(decoder.decode(bytes.subarray(places[index], place), {stream: true}));
	}

	parser.feed(decoder.decode());
	parser.end();
	return events;
};

const readSize = 61;

const body = [
	': keep-alive\n',
	'event: message_start\ndata: {"type":"message_start","text":"日本 👨‍👩‍👧 é"}\n\n',
	'event: ping\r\ndata: {"type": "ping"}\r\n\r\n',
	'data:no event name, no space\n\n',
	'retry: 3000\nid: 7\nevent: two_lines\ndata: first\ndata: second\n\n',
	'event: left_alone\n: keep-alive\n\n',
	'event: empty\ndata\n\n',
	'event: bare\r\r',
	'event: message_stop\rdata: {}\r\r',
	'event: cut\ndata: {"text":"ab',
].join('');

const bodyEvents: readonly SseEvent[] = [
	{
		event: 'message_start',
		data: '{"type":"message_start","text":"日本 👨‍👩‍👧 é"}',
		comment: 'keep-alive',
	},
	{event: 'ping', data: '{"type": "ping"}'},
	{event: null, data: 'no event name, no space'},
	{event: 'two_lines', data: 'first\nsecond', id: '7', retry: 3000},
	{event: 'left_alone', data: '', comment: 'keep-alive', dataless: true},
	{event: 'empty', data: ''},
	{event: 'bare', data: '', dataless: true},
	{event: 'message_stop', data: '{}'},
	{event: 'cut', data: '{"text":"ab', unterminated: true},
];

test('a body is parsed into events with names, ids, retries and comments, and the rest that was cut off', () => {
	assert.deepEqual(parseSse(body), bodyEvents);
});

test('a body cut at any byte, even inside a character, gives the same events', () => {
	const bytes = Buffer.from(body);
	for (let cut = 0; cut <= bytes.length; cut++) {
		assert.deepEqual(parseReads(bytes, [cut]), bodyEvents, `cut at byte ${cut}`);
	}
});

test('a read for each byte gives the same events', () => {
	const bytes = Buffer.from(body);
	assert.deepEqual(parseReads(bytes, [...bytes.keys()]), bodyEvents);
});

test('a body that ends at any byte gives the complete events before it, and at most one unterminated rest', () => {
	const bytes = Buffer.from(body);
	const whole = bodyEvents.filter(event => !event.unterminated);
	for (let end = 0; end <= bytes.length; end++) {
		const events = parseReads(bytes.subarray(0, end), []);
		const terminated = events.filter(event => !event.unterminated);
		assert.deepEqual(terminated, whole.slice(0, terminated.length), `end at byte ${end}`);
		assert.ok(events.length - terminated.length <= 1);
		assert.ok(events.slice(0, -1).every(event => !event.unterminated));
	}
});

for (const {name, body: fixture} of streamFixtures) {
	test(`${name} gives the same events whichever bytes its reads end at, and when each byte is a read`, () => {
		const bytes = Buffer.from(fixture);
		const places = [...bytes.keys()];
		const whole = parseSse(fixture);
		// Each byte ends a read once, and reads are shorter than most events.
		for (let first = 0; first < readSize; first++) {
			const cuts = places.filter(place => place % readSize === first);
			assert.deepEqual(parseReads(bytes, cuts), whole, `the first read ends at byte ${first}`);
		}

		assert.deepEqual(parseReads(bytes, places), whole);
	});
}

test('a byte order mark is not part of the first line', () => {
	assert.deepEqual(parseSse('\uFEFFevent: a\ndata: 1\n\n'), [{event: 'a', data: '1'}]);
	assert.deepEqual(parseReads(Buffer.from('\uFEFFevent: a\ndata: 1\n\n'), [1, 2]), [{event: 'a', data: '1'}]);
});

test('a comment or retry after the last event is not lost', () => {
	assert.deepEqual(parseSse('event: a\ndata: 1\n\n: bye\nretry: 5\n'), [
		{event: 'a', data: '1'},
		{event: null, data: '', comment: 'bye', retry: 5, unterminated: true},
	]);
});

test('comments before an event are kept together and not repeated for the next event', () => {
	assert.deepEqual(parseSse(': one\n:two\ndata: a\n\ndata: b\n\n'), [
		{event: null, data: 'a', comment: 'one\ntwo'},
		{event: null, data: 'b'},
	]);
});

test('an event’s name does not carry over to the next one', () => {
	assert.deepEqual(parseSse('event: a\ndata: 1\n\ndata: 2\n\n'), [
		{event: 'a', data: '1'},
		{event: null, data: '2'},
	]);
});

test('an empty body, blank lines and unknown fields give no events', () => {
	assert.deepEqual(parseSse(''), []);
	assert.deepEqual(parseSse('\n\n\r\n\r\nfoo: bar\nfoo\n\n'), []);
});

const line = fc.string({unit: 'grapheme', maxLength: 12}).map(text => text.replaceAll(/[\r\n\0\uFEFF]/g, ''));
const name = fc.string({unit: fc.constantFrom(...'abc_'), minLength: 1, maxLength: 8});
const block = fc.record({
	comments: fc.array(line, {maxLength: 2}),
	retry: fc.option(fc.nat()),
	id: fc.option(line),
	event: fc.option(name),
	data: fc.array(line, {minLength: 1, maxLength: 3}),
	newline: fc.constantFrom('\n', '\r\n', '\r'),
	space: fc.constantFrom(' ', ''),
});
type Block = typeof block extends fc.Arbitrary<infer T> ? T : never;

const write = ({comments, retry, id, event, data, newline, space}: Block): string => {
	// If a value has no space after the colon, a space at its own start would be taken for that one.
	const field = (key: string, value: string) => `${key}:${value.startsWith(' ') ? ' ' : space}${value}`;
	return [
		...comments.map(text => field('', text)),
		...(retry === null ? [] : [field('retry', String(retry))]),
		...(id === null ? [] : [field('id', id)]),
		...(event === null ? [] : [field('event', event)]),
		...data.map(text => field('data', text)),
		'',
	]
		.map(text => text + newline)
		.join('');
};

const read = ({comments, retry, id, event, data}: Block): SseEvent => ({
	event,
	data: data.join('\n'),
	...(id === null ? {} : {id}),
	...(comments.length === 0 ? {} : {comment: comments.join('\n')}),
	...(retry === null ? {} : {retry}),
});

test('any event is read back however it is split into reads', () => {
	fc.assert(
		fc.property(
			fc.array(block, {maxLength: 6}),
			fc.boolean(),
			fc.array(fc.nat(), {maxLength: 8}),
			(blocks, hasMark, cuts) => {
				const bytes = Buffer.from((hasMark ? '\uFEFF' : '') + blocks.map(write).join(''));
				const places = cuts.map(cut => cut % (bytes.length + 1)).sort((a, b) => a - b);
				assert.deepEqual(parseReads(bytes, places), blocks.map(read));
			},
		),
	);
});

test('no text makes it throw', () => {
	fc.assert(
		fc.property(
			fc.array(fc.string({unit: fc.constantFrom('data', 'event', ':', ' ', '\n', '\r', '\uFEFF', 'x')})),
			pieces => {
				const events: SseEvent[] = [];
				const parser = createSseParser(event => events.push(event));
				for (const piece of pieces) {
					parser.feed(piece);
				}

				parser.end();
				assert.deepEqual(events, parseSse(pieces.join('')));
			},
		),
	);
});
