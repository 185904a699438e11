import assert from 'node:assert/strict';
import {test} from 'node:test';
import {reportSdk} from '../../../source/commands/inspect/sdk-report.js';
import {openTraceSource} from '../../../source/recording/open-trace-source.js';
import {exchangeIn, foldTrace} from '../../../source/trace/fold-trace.js';
import {valid} from '../../helpers/sample-bodies.js';

/** What the SDK makes of a capture, in short. */
async function verdictOn(capture: string) {
	const {events} = await openTraceSource([capture]);
	const message = exchangeIn(foldTrace(events), 1)?.message ?? null;
	const report = await reportSdk(events, [...events.keys()], message);
	return [report.outcome, report.error?.kind ?? null, report.isSameMessage];
}

const answer = (head: string, body: string) => `HTTP/1.1 ${head}\r\n\r\n${body}`;
const json = 'content-type: application/json';
const error = '{"type":"error","error":{"type":"api_error","message":"No"}}';
const message =
	'{"type":"message","role":"assistant","content":[{"type":"text","text":"Hi"}],"usage":{"output_tokens":1}}';

test('a stream is compared with what its events build', async () => {
	assert.deepEqual(await verdictOn(valid), ['complete', null, true]);
});

test('a whole message is compared, with its content type and without', async () => {
	for (const capture of [message, answer(`200 OK\r\n${json}`, message), answer('200 OK', message)]) {
		assert.deepEqual(await verdictOn(capture), ['complete', null, true]);
	}
});

test('of an answer that should have been a stream the SDK says that nothing came', async () => {
	for (const capture of [
		answer('200 OK\r\ncontent-type: text/html', '<html>'),
		answer('200 OK\r\ncontent-type: text/event-stream', message),
	]) {
		assert.deepEqual(await verdictOn(capture), ['failed', 'ended_early', null], capture);
	}
});

test('an error body is a failure, whatever its status, and without one', async () => {
	assert.deepEqual(await verdictOn(answer(`200 OK\r\n${json}`, error)), ['failed', 'api_error', null]);
	assert.deepEqual(await verdictOn(answer(`401 No\r\n${json}`, error)), ['failed', 'api_error', null]);
	assert.deepEqual(await verdictOn(error), ['failed', 'api_error', null]);
});
