import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {encodeCast} from '../../../source/recording/exports/encode-cast.js';
import {exportTrace} from '../../../source/recording/exports/export-trace.js';
import {openTraceSource} from '../../../source/recording/open-trace-source.js';
import {readRecording} from '../../../source/recording/read-recording.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {encodeSse} from '../../../source/wire/encode-sse.js';
import {parseSse} from '../../../source/wire/parse-sse.js';
import type {SseEvent} from '../../../source/wire/sse-event.js';
import {arbitraryEvents} from '../../helpers/arbitrary-trace.js';
import {captures} from '../../helpers/captures.js';

const textOf = (pieces: Iterable<string>) => [...pieces].join('');

const wire = (events: readonly TraceEvent[]) =>
	events.filter(({type}) => type === 'sse').map(({at: _, exchange: __, ...rest}) => ({...rest, chunk: 0}));

const source = (events: readonly TraceEvent[]) => ({header: null, title: null, events, others: []});

/** Bodies that are written as the API writes them. */
const isPlain = (body: string) => /^(event: \w+\ndata: .*\n\n)*$/.test(body);

for (const {name, body} of captures) {
	test(`writes ${name} as it came, as a stream and as JSON lines`, async () => {
		const imported = await openTraceSource([body]);
		const stream = textOf(exportTrace(imported, 'sse').pieces);
		assert.deepEqual(parseSse(stream), parseSse(body));
		if (isPlain(body)) {
			assert.equal(stream, body);
		}

		if (parseSse(body).length === 1 || name.startsWith('other-protocol')) {
			// A single error in JSON is as well the whole answer to a request, and lines of another protocol are not opened.
			return;
		}

		const lines = await openTraceSource([textOf(exportTrace(imported, 'jsonl').pieces)]);
		assert.deepEqual(
			wire(lines.events).map(event => 'data' in event && event.data),
			wire(imported.events).map(event => 'data' in event && event.data),
		);
	});
}

test('what is written of an event is read as the same event', () => {
	// Characters that an event stream can carry: no carriage return, no zero; names and ids hold no line feed.
	const line = fc.string({unit: fc.constantFrom('a', ':', ' ', '{', '}', '"', 'é', '日')});
	const event = fc.record(
		{
			event: fc.option(line.filter(name => name.trim() === name && name !== '')),
			data: fc.string({unit: fc.constantFrom('a', ':', ' ', '\n', '{', '日')}),
			id: line.filter(id => id.trim() === id && id !== ''),
			retry: fc.nat(),
			comment: line,
		},
		{requiredKeys: ['event', 'data']},
	);
	fc.assert(
		fc.property(fc.array(event), events => {
			assert.deepEqual(parseSse(events.map(encodeSse).join('')), structuredClone(events));
		}),
	);
});

test('a recording is exported in its own format without a loss', async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryEvents, async events => {
			const recording = await readRecording(exportTrace(source(events), 'recording').pieces);
			assert.deepEqual(recording.events, events);
		}),
	);
});

test('one exchange is exported without the others', () => {
	const body = (exchange: number): TraceEvent => ({
		type: 'body',
		at: exchange,
		exchange,
		attempt: 1,
		data: 'x',
	});
	const {pieces} = exportTrace(source([body(1), body(2), body(3)]), 'recording', {exchange: 2});
	assert.deepEqual(
		[...pieces].map(line => JSON.parse(line)),
		[body(2)],
	);
});

test('an event without a name, data that is no JSON and a name that is not the type survive as JSON lines', async () => {
	const events = [
		{event: null, data: '{"type":"ping"}'},
		{event: 'data', data: '[DONE]'},
		{event: 'other', data: '{"type":"ping"}'},
		{event: 'ping', data: '{"type":\n"ping"}'},
	];
	const trace = events.map(
		(event): TraceEvent => ({type: 'sse', at: 0, exchange: 1, attempt: 1, chunk: 0, ...event}),
	);
	const read = await openTraceSource([textOf(exportTrace(source(trace), 'jsonl').pieces)]);
	assert.deepEqual(wire(read.events), wire(trace));
});

test('an event that broke off and a last comment stay what they are', () => {
	const events: SseEvent[] = [
		{event: 'ping', data: '{', unterminated: true},
		{event: null, data: '', comment: 'bye\nbye', retry: 5, unterminated: true},
	];
	for (const event of events) {
		assert.deepEqual(parseSse(encodeSse(event)), [event]);
	}
});

test('answers that were no streams are named where they are left out', () => {
	const {notes} = exportTrace(source([{type: 'body', at: 0, exchange: 1, attempt: 1, data: '{}'}]), 'sse');
	assert.match(notes.at(-2) ?? '', /^The data is byte-exact\./);
	assert.equal(notes.at(-1), 'Left out: answers that were not streams (1).');
});

test('a cast of version 2 has its size, its title, and the times', () => {
	const frames = [
		{at: 0.4, data: 'a'},
		{at: 1500, data: 'b'},
		{at: 1400, data: 'c'},
	];
	assert.deepEqual(
		[...encodeCast({version: 2, width: 80, height: 24, title: 'T', frames})].map(line => JSON.parse(line)),
		[
			{version: 2, width: 80, height: 24, env: {TERM: 'xterm-256color'}, title: 'T'},
			[0.0004, 'o', 'a'],
			[1.5, 'o', 'b'],
			[1.5, 'o', 'c'],
		],
	);
});

test('a cast of version 3 has its size, its title, and intervals that add up to the times', () => {
	fc.assert(
		fc.property(
			fc.array(fc.record({at: fc.double({min: 0, max: 1e6, noNaN: true}), data: fc.string()})),
			frames => {
				const sorted = frames.toSorted((a, b) => a.at - b.at);
				const [header, ...lines] = [
					...encodeCast({version: 3, width: 80, height: 24, title: 'T', frames: sorted}),
				].map(line => JSON.parse(line));
				assert.deepEqual(header, {
					version: 3,
					term: {cols: 80, rows: 24, type: 'xterm-256color'},
					title: 'T',
				});
				let seconds = 0;
				for (const [index, [interval, code, data]] of lines.entries()) {
					seconds += interval;
					assert.ok(Math.abs(seconds * 1000 - (sorted[index]?.at ?? 0)) < 0.01);
					assert.deepEqual([code, data], ['o', sorted[index]?.data]);
				}
			},
		),
	);
});
