import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {encodeRecording} from '../../source/recording/encode-recording.js';
import {readRecording} from '../../source/recording/read-recording.js';
import {encodeLine, type RecordingHeader} from '../../source/recording/recording-format.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {arbitraryEvents} from '../helpers/arbitrary-trace.js';

const header: RecordingHeader = {
	type: 'recording',
	version: 1,
	app: 'streamscope/0.1.0',
	startedAt: '2026-11-22T15:00:00.000Z',
	mode: 'demo',
	title: null,
};

const sse = (at: number, data: string): TraceEvent => ({
	type: 'sse',
	at,
	exchange: 1,
	attempt: 1,
	chunk: 1,
	event: 'message_start',
	data,
});

const textOf = (events: readonly TraceEvent[]) => [header, ...events].map(line => encodeLine(line)).join('');

test('gives the events back as they were, with the header', async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryEvents, async events => {
			const recording = await readRecording([textOf(events)]);
			assert.deepEqual(recording.events, events);
			assert.deepEqual(recording.header, header);
			assert.deepEqual(recording.skipped, []);
		}),
	);
});

test('reads the same however the bytes are cut into pieces', async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryEvents, fc.integer({min: 1, max: 50}), async (events, size) => {
			const bytes = Buffer.from(textOf(events));
			const pieces = Array.from({length: Math.ceil(bytes.length / size)}, (_, index) =>
				bytes.subarray(index * size, (index + 1) * size),
			);
			// A half surrogate has no UTF-8, but JSON writes it as an escape: nothing is lost.
			assert.deepEqual((await readRecording(pieces)).events, events);
		}),
	);
});

test('keeps every whole line of a file that is cut at any byte', async () => {
	const events = [sse(1, '{"a":"é"}'), sse(2.5, '日本'), sse(3, '👩‍👩‍👧 [DONE]')];
	const bytes = Buffer.from(textOf(events));
	for (let length = 0; length <= bytes.length; length++) {
		const cut = bytes.subarray(0, length);
		const {events: kept, header: first, skipped} = await readRecording([cut]);
		const lines = cut.toString().split('\n');
		const isWholeAtEnd = length === bytes.length || bytes[length] === 0x0a;
		const whole = lines.length - (isWholeAtEnd && lines.at(-1) !== '' ? 0 : 1);
		assert.deepEqual(kept, events.slice(0, Math.max(0, whole - 1)));
		assert.equal(first !== null, whole > 0);
		assert.equal(skipped.length, whole === lines.length || lines.at(-1) === '' ? 0 : 1);
	}
});

test('skips what is no line of a recording and says where it stood', async () => {
	const text = [
		encodeLine(header),
		'garbage\n',
		'more garbage\n',
		'[1,2]\n',
		encodeLine(sse(1, 'one')),
		'{"no":"type"}\n',
		'{"type":"sse","at":2}\n',
		'{"type":"end","at":2,"outcome":"vanished"}\n',
		'\n',
		encodeLine(sse(3, 'three')),
		'{"type":"sse","at":4,"exch',
	].join('');
	const {events, skipped} = await readRecording([text]);
	assert.deepEqual(events, [sse(1, 'one'), sse(3, 'three')]);
	assert.deepEqual(skipped, [
		{line: 2, last: 3, reason: 'not JSON, or cut off'},
		{line: 4, last: 4, reason: 'JSON, but not an object'},
		{line: 6, last: 6, reason: 'no type'},
		{line: 7, last: 7, reason: 'a line of type sse without data'},
		{line: 8, last: 8, reason: 'a line of type end without an outcome'},
		{line: 11, last: 11, reason: 'not JSON, or cut off'},
	]);
});

test('fills in what a line can do without', async () => {
	const text = [
		encodeLine(header),
		'{"type":"request","at":5,"exchange":2}\n',
		'{"type":"response","headers":{"a":1}}\n',
		'{"type":"sse","data":"x","retry":"soon","extra":true}\n',
		'{"type":"end","outcome":"failed","error":{"kind":"k","more":1}}\n',
	].join('');
	const {events} = await readRecording([text]);
	assert.deepEqual(JSON.parse(JSON.stringify(events)), [
		{type: 'request', at: 5, exchange: 2, attempt: 1, method: 'POST', url: '', body: null},
		{type: 'response', at: 5, exchange: 2, attempt: 1, status: 0, headers: {}},
		{type: 'sse', at: 5, exchange: 2, attempt: 1, chunk: 0, event: null, data: 'x', extra: true},
		{
			type: 'end',
			at: 5,
			exchange: 2,
			outcome: 'failed',
			error: {kind: 'k', title: 'The exchange failed', detail: null, hint: '', more: 1},
			message: null,
		},
	]);
});

test('keeps lines and fields that it does not know, each in its place', async () => {
	const text = [
		`${JSON.stringify({...header, colour: 'green'})}\n`,
		'{"type":"bookmark","at":0,"text":"first"}\n',
		`${JSON.stringify({...sse(1, 'one'), weight: 3})}\n`,
		'{"type":"title","at":1.5,"title":"A title"}\n',
		'{"type":"bookmark","at":2}\n',
		encodeLine(sse(3, 'three')),
		'{"type":"resume","at":3,"app":"streamscope/0.2.0","resumedAt":"2026-11-23T15:00:00.000Z"}\n',
	].join('');
	const recording = await readRecording([text]);
	assert.equal(recording.title, 'A title');
	assert.equal(recording.lastAt, 3);
	assert.deepEqual(recording.skipped, []);
	assert.equal([...encodeRecording(recording)].join(''), text);
});

test('takes an empty file, one without a header and one of a newer version, and says so', async () => {
	assert.deepEqual((await readRecording([])).notes, [
		'It has no events.',
		'It has no header, so its start and the program that wrote it are unknown.',
	]);
	const {events, notes} = await readRecording([
		encodeLine({...header, version: 7}),
		encodeLine(sse(1, 'one')),
	]);
	assert.equal(events.length, 1);
	assert.deepEqual(notes, [
		'Its format is of version 7, newer than this program. The known parts were read.',
	]);
});

test('takes a byte order mark and CRLF', async () => {
	const text = `\uFEFF${textOf([sse(1, 'one')])}`.replaceAll('\n', '\r\n');
	const recording = await readRecording([Buffer.from(text)]);
	assert.deepEqual(recording.events, [sse(1, 'one')]);
	assert.deepEqual(recording.header, header);
});

test('puts several recordings in one file one after the other', async () => {
	const {events, notes, lastAt} = await readRecording([
		textOf([sse(1, 'one'), sse(2, 'two')]),
		textOf([sse(1, 'three')]),
	]);
	assert.deepEqual(
		events.map(({at, exchange}) => [at, exchange]),
		[
			[1, 1],
			[2, 1],
			[3, 2],
		],
	);
	assert.equal(lastAt, 3);
	assert.deepEqual(notes, ['It is 2 recordings in one. Their times and exchanges follow each other.']);
});

test('never throws, whatever the bytes', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.uint8Array({maxLength: 200})), async pieces => {
			const {events} = await readRecording(pieces);
			assert.deepEqual(events, []);
		}),
	);
});

test('what no trace may hold is left out of a recording that another program wrote', async () => {
	const place = {at: 0, exchange: 1, attempt: 1};
	const {events} = await readRecording([
		[
			{
				type: 'request',
				...place,
				method: 'POST',
				url: 'https://me:secret@a.example/v1/messages?beta=true&key=secret#secret',
				headers: {'x-api-key': 'secret'},
				body: {mcp_servers: [{url: 'u', authorization_token: 'secret'}]},
				kept: 1,
			},
			{type: 'request', ...place, method: 'POST', url: '/v1/messages?key=secret', body: {}},
			{
				type: 'response',
				...place,
				status: 200,
				headers: {'Request-Id': 'req_1', 'set-cookie': 'secret', 'x-other': 'secret', server: 1},
			},
		]
			.map(line => JSON.stringify(line))
			.join('\n'),
	]);
	assert.ok(!JSON.stringify(events).includes('secret'));
	const [first, second, response] = JSON.parse(JSON.stringify(events));
	assert.deepEqual(first, {
		type: 'request',
		...place,
		method: 'POST',
		url: 'https://a.example/v1/messages?beta=true&key=…',
		body: {mcp_servers: [{url: 'u', authorization_token: '…'}]},
		kept: 1,
	});
	assert.equal(second.url, '/v1/messages');
	assert.deepEqual(response.headers, {'request-id': 'req_1'});
});
