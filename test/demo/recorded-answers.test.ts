import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createChooseRecorded} from '../../source/demo/choose-recorded.js';
import {startDemoServer} from '../../source/demo/demo-server.js';
import {parseFaults} from '../../source/demo/faults/parse-faults.js';
import {questionKey, recordedAnswers} from '../../source/demo/recorded-answers.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {ask, post, readWhatComes} from './demo-client.js';

type Place = {readonly exchange: number; readonly attempt?: number};

function request(prompt: string, at: number, {exchange, attempt = 1}: Place): TraceEvent {
	const url = 'https://api.anthropic.com/v1/messages';
	return {type: 'request', at, exchange, attempt, method: 'POST', url, body: ask(prompt)};
}

function response(status: number, at: number, {exchange, attempt = 1}: Place): TraceEvent {
	const headers = {'request-id': 'req_recorded', 'content-type': 'text/event-stream', 'retry-after': 'a\nb'};
	return {type: 'response', at, exchange, attempt, status, headers};
}

function sse(data: string, at: number, chunk: number, exchange: number): TraceEvent {
	return {type: 'sse', at, exchange, attempt: 1, chunk, event: 'message', data};
}

/** A stream of three events in two reads. */
function stream(prompt: string, exchange: number, outcome: 'complete' | 'failed' = 'complete'): TraceEvent[] {
	return [
		request(prompt, 100, {exchange}),
		response(200, 250, {exchange}),
		sse(`{"a":"${prompt}"}`, 260, 1, exchange),
		sse('{"b":1}', 260, 1, exchange),
		sse('{"c":1}', 300, 2, exchange),
		{type: 'end', at: 310, exchange, outcome, error: null, message: null},
	];
}

/** Serves the events while `use` runs. */
async function serving<T>(events: readonly TraceEvent[], use: (url: string) => Promise<T>, faults = '') {
	const parsed = parseFaults(faults);
	assert.ok('faults' in parsed);
	const options = {scenario: 'words', speed: 'max', seed: 1, faults: parsed.faults} as const;
	const server = await startDemoServer({...options, recorded: recordedAnswers(events)});
	try {
		return await use(server.url);
	} finally {
		await server.close();
	}
}

const streamed = (prompt: string) => ({...ask(prompt), stream: true});

test('a recorded answer keeps its reads and the delays between them', () => {
	const [answer] = recordedAnswers(stream('Hi', 1));
	assert.equal(answer?.plan.responseMs, 150);
	assert.deepEqual(
		answer?.plan.steps.map(({delayMs, bytes}) => [delayMs, Buffer.from(bytes).toString()]),
		[
			[10, 'event: message\ndata: {"a":"Hi"}\n\nevent: message\ndata: {"b":1}\n\n'],
			[40, 'event: message\ndata: {"c":1}\n\n'],
		],
	);
});

test('each attempt is an answer, and a request without any is none', () => {
	const events: TraceEvent[] = [
		request('Hi', 0, {exchange: 1}),
		response(529, 5, {exchange: 1}),
		{type: 'body', at: 6, exchange: 1, attempt: 1, data: '{"type":"error"}'},
		request('Hi', 900, {exchange: 1, attempt: 2}),
		response(200, 950, {exchange: 1, attempt: 2}),
		{type: 'end', at: 960, exchange: 1, outcome: 'complete', error: null, message: null},
		request('Lost', 1000, {exchange: 2}),
	];
	const answers = recordedAnswers(events);
	assert.deepEqual(
		answers.map(({status, plan}) => [status, plan.ending]),
		[
			[529, 'end'],
			[200, 'end'],
		],
	);
});

test('the same question gets its own answers, others get all of them in turn', () => {
	const answers = recordedAnswers([...stream('one', 1), ...stream('two', 2), ...stream('two', 3)]);
	const choose = createChooseRecorded(answers);
	const chosen = (prompt: string) => {
		const answer = choose(ask(prompt), true);
		return answer === null ? -1 : answers.indexOf(answer);
	};
	assert.deepEqual(['two', 'two', 'two', 'one'].map(chosen), [1, 2, 2, 0]);
	assert.deepEqual(['x', 'y', 'z', 'x'].map(chosen), [0, 1, 2, 0]);
	assert.equal(choose(ask('one'), false), null);
});

test('the order of fields does not make another question', () => {
	assert.equal(
		questionKey({messages: [{role: 'user', content: 'Hi'}]}),
		questionKey({model: 'other', messages: [{content: 'Hi', role: 'user'}]}),
	);
	assert.equal(questionKey({prompt: 'Hi'}), null);
});

test('a recording is served with its status and headers, less those that HTTP does not allow', async () => {
	await serving(stream('Hi', 1), async url => {
		const answer = await post(url, streamed('Hi'));
		assert.equal(answer.headers.get('request-id'), 'req_recorded');
		assert.equal(answer.headers.get('retry-after'), null);
		const {text, isWhole} = await readWhatComes(answer);
		assert.match(text, /^event: message\ndata: \{"a":"Hi"\}/);
		assert.equal(isWhole, true);
	});
});

test('a recorded stream that broke off breaks off again', async () => {
	await serving(stream('Hi', 1, 'failed'), async url => {
		const {text, isWhole} = await readWhatComes(await post(url, streamed('Hi')));
		assert.match(text, /\{"c":1\}\n\n$/);
		assert.equal(isWhole, false);
	});
});

test('a kind of answer that a recording lacks is said to be missing, and a scenario by header still plays', async () => {
	await serving(stream('Hi', 1), async url => {
		const whole = await post(url, ask('Hi'));
		assert.equal(whole.status, 404);
		assert.match(await whole.text(), /The recording has no answer that is not streamed/);
		assert.equal((await post(url, '[]')).status, 400);
		const named = {'x-api-key': 'k', 'anthropic-version': '2023-06-01', 'x-streamscope-scenario': 'words'};
		assert.match(await (await post(url, streamed('Hi'), {headers: named})).text(), /heron01/);
	});
});

test('bytes of a recorded answer can be cut, but its events cannot be changed', async () => {
	const text = (url: string) => post(url, streamed('Hi')).then(readWhatComes);
	const dripped = await serving(stream('Hi', 1), text, 'drip');
	assert.match(dripped.text, /\{"c":1\}\n\n$/);
	const refused = await serving(stream('Hi', 1), text, 'double=2');
	assert.match(refused.text, /changes what a scenario plays/);
});
