import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import fc from 'fast-check';
import {savedSession, takeUp} from '../../source/commands/chat/session-start.js';
import {encodeRecording} from '../../source/recording/encode-recording.js';
import {openRecorder} from '../../source/recording/open-recorder.js';
import {readRecording} from '../../source/recording/read-recording.js';
import {type RecordingHeader, recordingVersion} from '../../source/recording/recording-format.js';
import type {RequestEvent, TraceEvent} from '../../source/trace/trace-event.js';
import {isObject, parseJson} from '../../source/wire/json.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const header: RecordingHeader = {
	type: 'recording',
	version: recordingVersion,
	app: 'test',
	startedAt: '2026-11-22T15:00:00.000Z',
	mode: 'live',
	title: null,
};

const request = (exchange: number, messages: unknown, attempt = 1): RequestEvent => ({
	type: 'request',
	at: exchange,
	exchange,
	attempt,
	method: 'POST',
	url: 'https://api.anthropic.com/v1/messages',
	body: {model: 'm', messages, stream: true},
});

const said = (content: string, role = 'user') => ({role, content});

/** Each turn holds all turns before it. */
const chat = (turns: number): readonly RequestEvent[] =>
	Array.from({length: turns}, (_, turn) =>
		request(
			turn + 1,
			Array.from({length: 2 * turn + 1}, (_, index) =>
				said(`Message ${index}`, index % 2 === 0 ? 'user' : 'assistant'),
			),
		),
	);

const textOf = (events: readonly TraceEvent[], version = recordingVersion) =>
	[...encodeRecording({header: {...header, version}, events, others: []})].join('');

const linesOf = (text: string) => text.trimEnd().split('\n').map(parseJson).filter(isObject);
const continuesIn = (text: string) => linesOf(text).map(({continues}) => continues);

/** Requests that begin like an earlier one, or differ anywhere; some without messages, some with a number that was there before. */
const arbitraryChat: fc.Arbitrary<readonly TraceEvent[]> = fc
	.array(
		fc.record({
			base: fc.nat(12),
			keep: fc.nat(6),
			more: fc.array(fc.constantFrom(...'abc'), {maxLength: 3}),
			hasMessages: fc.boolean(),
			exchange: fc.integer({min: 1, max: 6}),
			attempt: fc.integer({min: 1, max: 2}),
		}),
		{maxLength: 20},
	)
	.map(turns => {
		const conversations: Array<ReadonlyArray<ReturnType<typeof said>>> = [];
		return turns.map(({base, keep, more, hasMessages, exchange, attempt}) => {
			const before = conversations.at(-1 - base) ?? [];
			const messages = [...before.slice(0, keep), ...more.map(content => said(content))];
			conversations.push(messages);
			return request(exchange, hasMessages ? messages : more.length, attempt);
		});
	});

test('gives back every request, in both versions of the format', async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryChat, fc.constantFrom(1, recordingVersion), async (events, version) => {
			const {events: read, skipped, notes} = await readRecording([textOf(events, version)]);
			assert.deepEqual(read, events);
			assert.deepEqual(skipped, []);
			assert.deepEqual(notes, events.length === 0 ? ['It has no events.'] : []);
		}),
	);
});

test('a file that is cut at any byte loses at most its last line', async () => {
	const events = chat(4);
	const bytes = Buffer.from(textOf(events));
	for (let length = 0; length <= bytes.length; length++) {
		const cut = bytes.subarray(0, length);
		const {events: read} = await readRecording([cut]);
		const whole = cut.toString().split('\n').length - 2;
		assert.deepEqual(read.slice(0, Math.max(0, whole)), events.slice(0, Math.max(0, whole)));
		assert.ok(read.length >= whole);
	}
});

test('a recording grows with the conversation, not with its square', () => {
	const [half = 0, full = 0] = [250, 500].map(turns => textOf(chat(turns)).length);
	assert.ok(full < 2.1 * half, `${half} characters, then ${full}`);
	assert.ok(full < 200_000, `${full} characters`);
	assert.ok(textOf(chat(500), 1).length > 10_000_000);
});

test('a line says with which messages of which request it begins, and holds the others', () => {
	const text = textOf([...chat(2), request(2, [said('Message 0')], 2), request(3, [said('Other')])]);
	assert.deepEqual(continuesIn(text), [
		undefined,
		undefined,
		{exchange: 1, attempt: 1, messages: 1},
		{exchange: 2, attempt: 1, messages: 1},
		undefined,
	]);
	assert.deepEqual(
		linesOf(text).map(({body}) => isObject(body) && body.messages),
		[false, [said('Message 0')], [said('Message 1', 'assistant'), said('Message 2')], [], [said('Other')]],
	);
});

test('a number that occurs twice means the newer request', async () => {
	const [cats, dogs] = [
		[said('Cats'), said('Meow')],
		[said('Dogs'), said('Woof')],
	];
	const events = [request(1, cats), request(1, dogs), request(2, [...cats, said('More')])];
	assert.deepEqual((await readRecording([textOf(events)])).events, events);
});

test('version 1 has whole requests, and a field of that name in it means nothing', async () => {
	assert.deepEqual(continuesIn(textOf(chat(3), 1)), [undefined, undefined, undefined, undefined]);
	const odd = {...request(2, []), continues: {exchange: 1, attempt: 1, messages: 1}};
	const events = [...chat(1), odd];
	assert.deepEqual((await readRecording([textOf(events, 1)])).events, events);
});

test('a request whose beginning is on a damaged line keeps its own messages, and the file says so', async () => {
	const lines = textOf(chat(4)).split('\n');
	const {events, notes, skipped} = await readRecording([lines.with(2, '{"torn').join('\n')]);
	assert.equal(skipped.length, 1);
	assert.deepEqual(notes, [
		'The first messages of 2 requests are missing: an earlier line is damaged, or they are too many.',
	]);
	assert.deepEqual(
		events.map(event => event.type === 'request' && isObject(event.body) && event.body.messages),
		[
			[said('Message 0')],
			[said('Message 3', 'assistant'), said('Message 4')],
			[said('Message 5', 'assistant'), said('Message 6')],
		],
	);
});

test('a request that cannot be written is nothing to refer to', async () => {
	let nested: unknown = 'deep';
	for (let level = 0; level < 20_000; level++) {
		nested = [nested];
	}

	const events = [
		request(1, [said('Hi'), {role: 'user', content: nested}]),
		request(2, [said('Hi'), said('Ho')]),
	];
	const {events: read, notes} = await readRecording([textOf(events)]);
	assert.deepEqual(read[1], events[1]);
	assert.deepEqual(notes, []);
});

test('a small file cannot ask for all memory', async () => {
	const line = (exchange: number, messages: number) =>
		`${JSON.stringify({...request(exchange, [said('x')]), continues: {exchange: exchange - 1, attempt: 1, messages}})}\n`;
	const bomb = Array.from({length: 20_000}, (_, index) => line(index + 2, index + 1)).join('');
	const before = process.memoryUsage().heapUsed;
	const {events, notes} = await readRecording([textOf(chat(1)), bomb]);
	assert.equal(events.length, 20_001);
	assert.match(notes.join(), /they are too many/);
	assert.ok(process.memoryUsage().heapUsed - before < 1_000_000_000);
});

test('a resumed file goes on in its own version', async () => {
	using folder = temporaryFolder();
	for (const version of [1, recordingVersion]) {
		const file = path.join(folder.path, `${version}.ndjson`);
		writeFileSync(file, textOf(chat(2), version));
		const start = await savedSession(file, {record: true, folder: folder.path});
		const {trace, past} = takeUp(start);
		assert.ok(start.target);
		const recorder = openRecorder({
			target: start.target,
			header,
			startedAt: new Date(),
			now: () => 0,
			past,
		});
		const more = chat(4).slice(2);
		for (const event of more) {
			recorder.append(event);
		}

		recorder.close();
		const text = readFileSync(file, 'utf8');
		const places = linesOf(text).filter(({type, continues}) => type === 'request' && continues !== undefined);
		assert.equal(places.length, version === 1 ? 0 : 3);
		const {events} = await readRecording([text]);
		assert.deepEqual(events, [...trace.events, ...more]);
	}
});

test('two recordings in one file are read apart, and a resumed session goes on behind both', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'two.ndjson');
	writeFileSync(file, textOf(chat(2)) + textOf(chat(3)));
	const start = await savedSession(file, {record: true, folder: folder.path});
	const {trace, past} = takeUp(start);
	assert.deepEqual(
		trace.events.filter(({type}) => type === 'request').map(({exchange}) => exchange),
		[1, 2, 3, 4, 5],
	);
	assert.ok(start.target);
	const recorder = openRecorder({target: start.target, header, startedAt: new Date(), now: () => 0, past});
	recorder.append({...request(6, []), body: chat(4)[3]?.body});
	recorder.close();
	const {events, notes} = await readRecording([readFileSync(file, 'utf8')]);
	assert.deepEqual((events.at(-1) as RequestEvent).body, chat(4)[3]?.body);
	assert.equal(notes.length, 1);
});
