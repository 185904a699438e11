import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startDemoServer} from '../../source/demo/demo-server.js';
import {parseFaults} from '../../source/demo/faults/parse-faults.js';
import {traceAnswers} from '../../source/demo/trace-answers.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {ask, post, readWhatComes} from './demo-client.js';

/** The trace of one request to the server with these faults. */
async function traced(faults: string, body: object = {...ask('Hi'), stream: true}) {
	const events: TraceEvent[] = [];
	const parsed = parseFaults(faults);
	assert.ok('faults' in parsed);
	const server = await startDemoServer({
		...{scenario: 'words', speed: 'max', seed: 1, faults: parsed.faults},
		watchers: [traceAnswers({origin: () => server.url, now: () => 5, emit: event => events.push(event)})],
	});
	try {
		await readWhatComes(await post(server.url, body));
	} finally {
		await server.close();
	}

	return events;
}

test('what a server sends is a whole exchange, without the key of the request', async () => {
	const events = await traced('');
	assert.deepEqual([events[0]?.type, events[1]?.type, events.at(-1)?.type], ['request', 'response', 'end']);
	const end = events.at(-1);
	assert.equal(end?.type === 'end' && end.outcome, 'complete');
	assert.doesNotMatch(JSON.stringify(events), /x-api-key|"demo"/);
	const {exchanges} = foldTrace(events);
	assert.equal(exchanges.length, 1);
	assert.match(JSON.stringify(events), /heron01/);
});

test('a closed connection keeps what was sent of the last event', async () => {
	const events = await traced('cut-inside=5');
	const last = events.findLast(event => event.type === 'sse');
	assert.equal(last?.unterminated, true);
	const end = events.at(-1);
	assert.equal(end?.type === 'end' && end.error?.title, 'The server closed the connection');
});

test('a refusal and a whole message are bodies', async () => {
	const refused = await traced('529');
	assert.deepEqual(
		refused.map(({type}) => type),
		['request', 'response', 'body', 'end'],
	);
	const end = refused.at(-1);
	assert.equal(end?.type === 'end' && end.error?.kind, 'overloaded_error');
	const whole = await traced('', ask('Hi'));
	assert.deepEqual(
		whole.map(({type}) => type),
		['request', 'response', 'body', 'end'],
	);
});

test('a request that nobody follows is counted, and not traced although somebody follows before it ends', () => {
	const events: TraceEvent[] = [];
	let isWanted = false;
	const watch = traceAnswers({
		origin: () => 'http://x',
		now: () => 5,
		emit: event => events.push(event),
		isWanted: () => isWanted,
	});
	const request = {method: 'POST', path: '/v1/messages', faults: '', headers: {}};
	const unseen = watch(request);
	unseen.asked('{}');
	isWanted = true;
	unseen.began(200, {'content-type': 'text/event-stream'});
	unseen.sent(Buffer.from('event: ping\ndata: {}\n\n'));
	unseen.ended('server', true);
	assert.equal(events.length, 0);
	watch(request).asked('{}');
	assert.deepEqual(
		events.map(event => [event.type, 'exchange' in event && event.exchange]),
		[['request', 2]],
	);
});
