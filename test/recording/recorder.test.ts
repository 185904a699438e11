import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {openRecorder, type RecorderOptions} from '../../source/recording/open-recorder.js';
import {readRecording} from '../../source/recording/read-recording.js';
import {recordTrace} from '../../source/recording/record-trace.js';
import {Trace} from '../../source/trace/trace.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const event = (at: number, exchange = 1): TraceEvent => ({
	type: 'body',
	at,
	exchange,
	attempt: 1,
	data: `event at ${at}`,
});

const common: Omit<RecorderOptions, 'target'> = {
	header: {app: 'streamscope/test', mode: 'demo', title: null},
	startedAt: new Date('2026-11-22T15:12:00Z'),
	now: () => 0,
};

const read = async (file: string) => readRecording([readFileSync(file)]);

test('an event is in the file when append returns', async () => {
	using folder = temporaryFolder();
	const recorder = openRecorder({...common, target: {kind: 'session', folder: folder.path}});
	recorder.append(event(1));
	recorder.append(event(2.00049));
	const {header, events} = await read(recorder.status.path);
	assert.deepEqual(header, {
		type: 'recording',
		version: 2,
		app: 'streamscope/test',
		startedAt: '2026-11-22T15:12:00.000Z',
		mode: 'demo',
		title: null,
	});
	assert.deepEqual(events, [event(1), {...event(2), data: 'event at 2.00049'}]);
	recorder.close();
});

test('a session has a file of its own that only its owner can read, in such a folder', () => {
	using folder = temporaryFolder();
	const sessions = path.join(folder.path, 'data', 'sessions');
	const recorder = openRecorder({...common, target: {kind: 'session', folder: sessions}});
	const {path: file} = recorder.status;
	assert.match(path.basename(file), /^2026-11-2\d-\d{4}-[\da-f]{4}\.ndjson$/);
	assert.equal(statSync(file).mode & 0o777, 0o600);
	assert.equal(statSync(sessions).mode & 0o777, 0o700);
	recorder.append(event(1));
	recorder.close();
	assert.deepEqual(readdirSync(sessions), [path.basename(file)]);
});

test('a session in which nothing happened leaves no file', () => {
	using folder = temporaryFolder();
	const recorder = openRecorder({...common, target: {kind: 'session', folder: folder.path}});
	assert.equal(readdirSync(folder.path).length, 2);
	recorder.close();
	assert.deepEqual(readdirSync(folder.path), []);
});

test('a resumed session goes on in its own file, which keeps its one header', async () => {
	using folder = temporaryFolder();
	const first = openRecorder({...common, target: {kind: 'session', folder: folder.path}});
	first.append(event(1));
	first.append({type: 'title', title: 'Orchids'});
	first.close();
	const {path: file} = first.status;
	const second = openRecorder({...common, target: {kind: 'resume', path: file, folder: folder.path}});
	assert.deepEqual(second.status, {ok: true, path: file, movedFrom: null});
	second.append(event(2, 2));
	second.close();
	const {events, others, title, skipped} = await read(file);
	assert.deepEqual(events, [event(1), event(2, 2)]);
	assert.deepEqual(
		others.map(({before, line}) => [before, line.type]),
		[
			[1, 'title'],
			[1, 'resume'],
		],
	);
	assert.equal(title, 'Orchids');
	assert.deepEqual(skipped, []);
});

test('a copy of a session that is open elsewhere, or a fork, is there once there is something new in it', async () => {
	using folder = temporaryFolder();
	const first = openRecorder({...common, target: {kind: 'session', folder: folder.path}});
	first.append(event(1));
	const {path: file} = first.status;
	const past = {lines: () => [event(1)], rest: []};
	for (const target of [
		{kind: 'resume', path: file, folder: folder.path},
		{kind: 'session', folder: folder.path},
	] as const) {
		const second = openRecorder({...common, target, past});
		const {path: copy} = second.status;
		assert.notEqual(copy, file);
		assert.deepEqual((await read(copy)).events, []);
		const left = second.close();
		assert.deepEqual(left, {ok: true, path: target.kind === 'resume' ? file : copy, movedFrom: null});
	}

	assert.equal(readdirSync(folder.path).length, 2);
	first.close();
});

test('the end that a killed process left out is written with the first new line, and time does not run back', async () => {
	using folder = temporaryFolder();
	const first = openRecorder({...common, target: {kind: 'session', folder: folder.path}});
	first.append(event(5));
	first.close();
	const {path: file} = first.status;
	const end = {type: 'end', at: 5, exchange: 1, outcome: 'aborted', error: null, message: null} as const;
	const past = {lines: () => [event(5), end], rest: [end]};
	const target = {kind: 'resume', path: file, folder: folder.path} as const;
	const text = readFileSync(file, 'utf8');
	openRecorder({...common, target, past}).close();
	assert.equal(readFileSync(file, 'utf8'), text);

	const second = openRecorder({...common, now: () => 7, target, past});
	const third = openRecorder({...common, now: () => 7, target, past});
	for (const recorder of [second, third]) {
		recorder.append(event(9, 2));
		recorder.close();
		const {events, others} = await read(recorder.status.path);
		assert.deepEqual(events, [event(5), end, event(9, 2)]);
		assert.deepEqual(
			others.map(({line}) => [line.type, line.at]),
			[['resume', 5]],
		);
	}
});

test('a session that is only looked at stays as it was', () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'old.ndjson');
	writeFileSync(file, '{"type":"recording"}\n');
	openRecorder({...common, target: {kind: 'resume', path: file, folder: folder.path}}).close();
	assert.equal(readFileSync(file, 'utf8'), '{"type":"recording"}\n');
});

test('what is appended to a file that ends inside a line begins on a line of its own', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'torn.ndjson');
	writeFileSync(file, '{"type":"recording","version":1}\n{"type":"sse","at":1,"exch');
	const recorder = openRecorder({...common, target: {kind: 'resume', path: file, folder: folder.path}});
	recorder.append(event(2));
	recorder.close();
	const {events, skipped} = await read(file);
	assert.deepEqual(events, [event(2)]);
	assert.deepEqual(
		skipped.map(({line}) => line),
		[2],
	);
});

test('the second recorder of one session is told and writes the session anew beside it', async () => {
	using folder = temporaryFolder();
	const first = openRecorder({...common, target: {kind: 'session', folder: folder.path}});
	first.append(event(1));
	const {path: file} = first.status;
	const second = openRecorder({
		...common,
		target: {kind: 'resume', path: file, folder: folder.path},
		past: {lines: () => [event(1)], rest: []},
	});
	const {status} = second;
	assert.ok(status.ok);
	assert.equal(status.movedFrom, file);
	assert.notEqual(status.path, file);
	for (let at = 2; at < 100; at++) {
		(at % 2 === 0 ? first : second).append(event(at));
	}

	first.close();
	second.close();
	const times = async (name: string) => (await read(name)).events.map(({at}) => at);
	const upTo100 = Array.from({length: 99}, (_, index) => index + 1);
	assert.deepEqual(
		await times(file),
		upTo100.filter(at => at === 1 || at % 2 === 0),
	);
	assert.deepEqual(
		await times(status.path),
		upTo100.filter(at => at === 1 || at % 2 === 1),
	);
	assert.deepEqual((await read(file)).skipped, []);
});

test('a recording that is there is not written over', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'mine.ndjson');
	const record = (at: number) => {
		const recorder = openRecorder({...common, target: {kind: 'file', path: file}});
		recorder.append(event(at));
		return recorder.close();
	};
	assert.deepEqual(record(1), {ok: true, path: file, movedFrom: null});
	const second = path.join(folder.path, 'mine-2.ndjson');
	assert.deepEqual(record(2), {ok: true, path: second, movedFrom: file});
	assert.deepEqual((await read(file)).events, [event(1)]);
	assert.deepEqual((await read(second)).events, [event(2)]);
});

test('a folder that cannot be written stops nothing: the status says so until it can', async () => {
	using folder = temporaryFolder();
	const wall = path.join(folder.path, 'wall');
	writeFileSync(wall, '');
	let now = 0;
	const recorder = openRecorder({...common, now: () => now, target: {kind: 'session', folder: `${wall}/in`}});
	const told: unknown[] = [];
	recorder.onStatus(status => told.push(status));
	recorder.append(event(1));
	recorder.append(event(2));
	const error = 'part of the path is not a folder';
	assert.deepEqual(told, [
		{ok: false, path: `${wall}/in`, error, waiting: 1, isEmpty: true},
		{ok: false, path: `${wall}/in`, error, waiting: 2, isEmpty: true},
	]);
	rmSync(wall);
	now = 1000;
	recorder.append(event(3));
	assert.ok(recorder.status.ok);
	assert.equal(told.length, 3);
	assert.deepEqual((await read(recorder.status.path)).events, [event(1), event(2), event(3)]);
	recorder.close();
});

test('nothing can be appended after the end', async () => {
	using folder = temporaryFolder();
	const recorder = openRecorder({...common, target: {kind: 'session', folder: folder.path}});
	recorder.append(event(1));
	recorder.close();
	recorder.append(event(2));
	assert.equal(recorder.close(), recorder.status);
	assert.deepEqual((await read(recorder.status.path)).events, [event(1)]);
});

test('a recording may go to what is no file', {
	skip: existsSync('/dev/null') ? false : 'there is no /dev/null here',
}, () => {
	const recorder = openRecorder({...common, target: {kind: 'file', path: '/dev/null'}});
	recorder.append(event(1));
	assert.deepEqual(recorder.close(), {ok: true, path: '/dev/null', movedFrom: null});
	assert.ok(!existsSync('/dev/null.lock'));
});

test('a known key is nowhere in the file, nor is a token of a server that the request names', () => {
	using folder = temporaryFolder();
	const key = 'sk-ant-api03-very"secret"key';
	const recorder = openRecorder({...common, target: {kind: 'session', folder: folder.path}, secrets: [key]});
	recorder.append({
		type: 'request',
		at: 0,
		exchange: 1,
		attempt: 1,
		method: 'POST',
		url: 'https://127.0.0.1/v1/messages',
		body: {system: `my key is ${key}`, mcp_servers: [{url: 'u', authorization_token: 'tok-123456'}]},
	});
	recorder.append({type: 'body', at: 1, exchange: 1, attempt: 1, data: `invalid x-api-key: ${key}`});
	recorder.close();
	const text = readFileSync(recorder.status.path, 'utf8');
	assert.ok(!text.includes('secret'));
	assert.ok(!text.includes('tok-123456'));
	assert.match(text, /my key is …/);
	assert.match(text, /invalid x-api-key: …/);
});

test('a fork begins with the events of the session that it goes on from', async () => {
	using folder = temporaryFolder();
	const recorder = openRecorder({
		...common,
		target: {kind: 'session', folder: folder.path},
		past: {lines: () => [event(1), event(2)], rest: []},
	});
	recorder.append(event(3, 2));
	recorder.close();
	assert.deepEqual((await read(recorder.status.path)).events, [event(1), event(2), event(3, 2)]);
});

test('a trace is recorded from where it stands', () => {
	const trace = new Trace();
	trace.append(event(1));
	const recorded: TraceEvent[] = [];
	const stop = recordTrace(trace, {append: one => recorded.push(one)});
	trace.append(event(2));
	trace.append(event(3));
	stop();
	trace.append(event(4));
	assert.deepEqual(recorded, [event(2), event(3)]);
});
