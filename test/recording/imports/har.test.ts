import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openTraceSource} from '../../../source/recording/open-trace-source.js';
import {phasesOf, recordingFixture, sseOf} from '../../helpers/trace-source-parts.js';

test('a HAR file gives an exchange for each message request, with its times and no secret', async () => {
	const source = await openTraceSource(recordingFixture('two-turns.har'));
	assert.equal(source.format, 'har');
	assert.deepEqual(phasesOf(source), ['complete', 'complete', 'failed']);
	assert.equal(source.header?.startedAt, '2026-11-22T15:00:00.000Z');
	assert.deepEqual(
		source.events.filter(({type}) => type !== 'sse').map(({type, at, exchange}) => [type, at, exchange]),
		[
			['request', 0, 1],
			['response', 323, 1],
			['end', 1023, 1],
			['request', 10_000, 2],
			['response', 10_323, 2],
			['end', 11_023, 2],
			['request', 20_000, 3],
			['response', 20_323, 3],
			['body', 21_023, 3],
			['end', 21_023, 3],
		],
	);
	assert.match(
		sseOf(source)
			.map(({data}) => data)
			.join(''),
		/First.*Second, in base64: 日本/,
	);
	assert.deepEqual(
		source.events.flatMap(event => (event.type === 'request' ? [event.url] : [])),
		[
			'https://api.anthropic.com/v1/messages',
			'https://api.anthropic.com/v1/messages?api_key=…&beta=true',
			'https://api.anthropic.com/v1/messages',
		],
	);
	assert.deepEqual(
		source.unjudged.map(({reason}) => reason),
		['not a message request'],
	);
	assert.ok(!JSON.stringify(source).includes('secret'));
});
