import assert from 'node:assert/strict';
import {readFileSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {deleteSession, renameSession} from '../../source/recording/change-session.js';
import {openRecorder} from '../../source/recording/open-recorder.js';
import {findSessions, sessionFiles} from '../../source/recording/session-files.js';
import {latestSession, summariseSession} from '../../source/recording/summarise-session.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const sse = (exchange: number, payload: {type: string; [key: string]: unknown}): TraceEvent => ({
	type: 'sse',
	at: 0,
	exchange,
	attempt: 1,
	chunk: 1,
	event: payload.type,
	data: JSON.stringify(payload),
});

const request = (exchange: number, prompt: string): TraceEvent => ({
	type: 'request',
	at: 0,
	exchange,
	attempt: 1,
	method: 'POST',
	url: 'http://127.0.0.1/v1/messages',
	body: {model: 'claude-test-1', messages: [{role: 'user', content: prompt}]},
});

const turn = (exchange: number, prompt: string): readonly TraceEvent[] => [
	request(exchange, prompt),
	sse(exchange, {
		type: 'message_start',
		message: {
			model: 'claude-test-2',
			content: [],
			usage: {input_tokens: 10, cache_read_input_tokens: 100, output_tokens: 1},
		},
	}),
	sse(exchange, {type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}}),
	sse(exchange, {
		type: 'content_block_delta',
		index: 0,
		delta: {type: 'text_delta', text: '"event":"message_delta"'},
	}),
	sse(exchange, {type: 'content_block_stop', index: 0}),
	sse(exchange, {type: 'message_delta', delta: {stop_reason: 'end_turn'}, usage: {output_tokens: 7}}),
	sse(exchange, {type: 'message_stop'}),
	{type: 'end', at: 0, exchange, outcome: 'complete', error: null, message: null},
];

function record(folder: string, events: readonly TraceEvent[]) {
	const recorder = openRecorder({
		target: {kind: 'session', folder},
		header: {app: 'streamscope/test', mode: 'demo', title: null},
		startedAt: new Date('2026-11-22T15:12:00Z'),
		now: () => 0,
	});
	for (const event of events) {
		recorder.append(event);
	}

	return recorder;
}

test('a session is summed up with its model, turns and tokens', async () => {
	using folder = temporaryFolder();
	const recorder = record(folder.path, [...turn(1, 'Tell me of orchids'), ...turn(2, 'And macaws?')]);
	const [file] = sessionFiles(folder.path);
	assert.ok(file);
	assert.deepEqual(await summariseSession(file), {
		...file,
		title: null,
		firstPrompt: 'Tell me of orchids',
		startedAt: '2026-11-22T15:12:00.000Z',
		model: 'claude-test-2',
		turns: 2,
		inputTokens: 220,
		outputTokens: 14,
		isFinal: true,
		cost: null,
		isOpen: true,
	});
	recorder.close();
	assert.equal((await summariseSession(file)).isOpen, false);
});

test('the output of an interrupted answer is an estimate from what had come of it', async () => {
	using folder = temporaryFolder();
	const begun = turn(2, 'And macaws?').slice(0, 4);
	record(folder.path, [...turn(1, 'Tell me of orchids'), ...begun]).close();
	const [file] = sessionFiles(folder.path);
	assert.ok(file);
	const {outputTokens, isFinal} = await summariseSession(file);
	// The text of 23 characters counts as 6 tokens.
	assert.deepEqual([outputTokens, isFinal], [7 + 6, false]);
});

test('sessions are listed from the newest to the oldest, and a missing folder has none', async () => {
	using folder = temporaryFolder();
	for (const [name, seconds] of [
		['a', 100],
		['b', 300],
		['c', 200],
	] as const) {
		const file = path.join(folder.path, `${name}.ndjson`);
		writeFileSync(file, '');
		utimesSync(file, seconds, seconds);
	}

	writeFileSync(path.join(folder.path, 'b.ndjson.lock'), '1');
	assert.deepEqual(
		sessionFiles(folder.path).map(({id}) => id),
		['b', 'c', 'a'],
	);
	assert.deepEqual(sessionFiles(path.join(folder.path, 'nowhere')), []);
});

test('the latest session is the newest in which something was said', async () => {
	using folder = temporaryFolder();
	record(folder.path, turn(1, 'Hello')).close();
	const [said] = sessionFiles(folder.path);
	writeFileSync(path.join(folder.path, 'empty.ndjson'), '{"type":"recording"}\n');
	assert.equal((await latestSession(sessionFiles(folder.path)))?.id, said?.id);
	assert.equal(await latestSession([]), null);
});

test('an id is found whole, by its beginning and by its last digits', () => {
	const files = ['2026-11-22-1512-3fa9', '2026-11-22-1512-0000', '2026-11-21-1512-77cc'].map(id => ({
		id,
		path: id,
		bytes: 0,
		changedAt: 0,
	}));
	const found = (id: string) => findSessions(files, id).map(file => file.id.slice(-4));
	assert.deepEqual(found('2026-11-22-1512-3fa9'), ['3fa9']);
	assert.deepEqual(found('2026-11-22'), ['3fa9', '0000']);
	assert.deepEqual(found('77cc'), ['77cc']);
	assert.deepEqual(found('9'), []);
});

test('a session is renamed without losing its place in the list, and deleted', async () => {
	using folder = temporaryFolder();
	record(folder.path, turn(1, 'Hello')).close();
	const [before] = sessionFiles(folder.path);
	assert.ok(before);
	utimesSync(before.path, 1000, 1000);
	assert.equal(renameSession(before.path, 'Greetings'), 'done');
	const [after] = sessionFiles(folder.path);
	assert.ok(after);
	assert.equal(after.changedAt, 1_000_000);
	assert.equal((await summariseSession(after)).title, 'Greetings');
	assert.equal(deleteSession(after.path), 'done');
	assert.deepEqual(sessionFiles(folder.path), []);
});

test('a file that is no recording is neither renamed nor deleted', () => {
	using folder = temporaryFolder();
	for (const text of ['important\n', 'event: ping\ndata: {"type":"ping"}\n\n', '{"type":"message"}']) {
		const file = path.join(folder.path, 'notes');
		writeFileSync(file, text);
		assert.equal(renameSession(file, 'Mine'), 'no recording');
		assert.equal(deleteSession(file), 'no recording');
		assert.equal(readFileSync(file, 'utf8'), text);
	}
});

test('a session that is being written is neither renamed nor deleted', () => {
	using folder = temporaryFolder();
	const recorder = record(folder.path, turn(1, 'Hello'));
	const {path: file} = recorder.status;
	const text = readFileSync(file, 'utf8');
	assert.equal(renameSession(file, 'Mine'), 'in use');
	assert.equal(deleteSession(file), 'in use');
	assert.equal(readFileSync(file, 'utf8'), text);
	recorder.close();
});
