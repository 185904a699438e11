import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {hasReads, openTraceSource} from '../../../source/recording/open-trace-source.js';
import {phasesOf, recordingFixture, sseOf} from '../../helpers/trace-source-parts.js';

test('takes the headers that curl -i writes before the body, and no cookie with them', async () => {
	const source = await openTraceSource(recordingFixture('curl-include.txt'));
	assert.equal(source.format, 'http');
	assert.equal(sseOf(source).length, 8);
	assert.deepEqual(phasesOf(source), ['complete']);
	const [, response] = source.events;
	assert.deepEqual(response?.type === 'response' && response.headers, {
		'content-type': 'text/event-stream; charset=utf-8',
		'request-id': 'req_1',
		date: 'Sun, 22 Nov 2026 20:54:31 GMT',
	});
	assert.ok(!JSON.stringify(source).includes('secret'));
});

test('of several heads the last one counts, and a head that is cut off is enough', async () => {
	const heads = 'HTTP/1.1 100 Continue\r\n\r\nHTTP/2 529 \r\nretry-after: 3\r\n\r\n';
	const answered = await openTraceSource([
		`${heads}{"type":"error","error":{"type":"overloaded_error","message":"Busy"}}`,
	]);
	const [, response, body, end] = answered.events;
	assert.deepEqual(response?.type === 'response' && [response.status, response.headers], [
		529,
		{'retry-after': '3'},
	]);
	assert.equal(body?.type, 'body');
	assert.deepEqual(end?.type === 'end' && [end.outcome, end.error?.kind, end.error?.detail], [
		'failed',
		'overloaded_error',
		'Busy',
	]);
	assert.deepEqual(phasesOf(await openTraceSource(['HTTP/2 200 \r\nretry'])), ['failed']);
});

test('curl --trace keeps times, network reads and every character, and no key', async () => {
	const source = await openTraceSource(recordingFixture('curl-trace.txt'));
	assert.equal(source.format, 'curl-trace');
	assert.equal(source.pacing, 'recorded');
	assert.deepEqual(
		sseOf(source).map(({at, chunk, event}) => [at, chunk, event]),
		[
			[1.124, 1, 'message_start'],
			[1.124, 1, 'ping'],
			[51.619, 2, 'content_block_start'],
			[57.283, 3, 'content_block_delta'],
			[94.666, 5, 'content_block_delta'],
			[125.492, 6, 'content_block_stop'],
			[125.492, 6, 'message_delta'],
			[131.009, 7, 'message_stop'],
		],
	);
	const [request] = source.events;
	assert.deepEqual(request?.type === 'request' && request.body, {model: 'm', stream: true});
	assert.match(sseOf(source)[3]?.data ?? '', /Héllo 日本 line\\nbreak/);
	assert.deepEqual(phasesOf(source), ['complete']);
	assert.ok(!JSON.stringify(source).includes('secret'));
});

test('curl --trace-ascii keeps all of it but what is not ASCII, and says so', async () => {
	const source = await openTraceSource(recordingFixture('curl-trace-ascii.txt'));
	assert.deepEqual(
		sseOf(source).map(({event}) => event),
		sseOf(await openTraceSource(recordingFixture('curl-trace.txt'))).map(({event}) => event),
	);
	assert.equal(
		sseOf(source)[3]?.data,
		'{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"H..llo ...... line\\nbreak. Dots.. and }..event: x"}}',
	);
	const [request] = source.events;
	assert.deepEqual(request?.type === 'request' && [request.url.replace(/\d+\//, '0/'), request.body], [
		'http://127.0.0.1:0/v1/messages?beta=true',
		{model: 'm', stream: true, messages: [{role: 'user', content: 'hi ..'}]},
	]);
	assert.deepEqual(source.notes, [
		'curl --trace-ascii writes dots for all non-ASCII characters, so they are lost. Use --trace to keep them.',
	]);
	assert.ok(!JSON.stringify(source).includes('secret'));
});

test('a curl trace without times gets some, and goes on after midnight', async () => {
	const text = readFileSync(recordingFixture('curl-trace.txt'), 'utf8');
	const timeless = await openTraceSource([text.replaceAll(/^[\d:.]{15} /gm, '')]);
	assert.equal(timeless.pacing, 'synthetic');
	assert.deepEqual(phasesOf(timeless), ['complete']);
	const late = text.replaceAll('20:54:31.', '23:59:59.').replaceAll('20:54:32.', '00:00:00.');
	const times = (await openTraceSource([late])).events.map(({at}) => at);
	assert.deepEqual(
		times,
		times.toSorted((a, b) => a - b),
	);
});

test('curl --trace without --trace-time keeps the network reads', async () => {
	const timeless = readFileSync(recordingFixture('curl-trace.txt'), 'utf8').replaceAll(
		/^\d\d:\d\d:[\d.]+ /gm,
		'',
	);
	const source = await openTraceSource([timeless]);
	assert.equal(source.pacing, 'synthetic');
	assert.equal(hasReads(source), true);
	assert.deepEqual(
		sseOf(source).map(({chunk}) => chunk),
		[1, 1, 2, 3, 5, 6, 6, 7],
	);
});
