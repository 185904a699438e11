import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EventStreamCodec} from '@smithy/core/event-streams';
import {inspected, rulesOf} from '../../helpers/judged-capture.js';
import {valid} from '../../helpers/sample-bodies.js';

const codec = new EventStreamCodec(String, text => Buffer.from(text));
const frame = (headers: Readonly<Record<string, string>>, body: object) =>
	Buffer.from(
		codec.encode({
			headers: Object.fromEntries(
				Object.entries(headers).map(([name, value]) => [name, {type: 'string', value}]),
			),
			body: Buffer.from(JSON.stringify(body)),
		}),
	);
const chunks = valid
	.split('\n')
	.filter(line => line.startsWith('data: '))
	.map(line =>
		frame({':event-type': 'chunk'}, {bytes: Buffer.from(line.slice('data: '.length)).toString('base64')}),
	);
const exception = frame(
	{':message-type': 'exception', ':exception-type': 'throttlingException'},
	{message: 'Too many requests'},
);

test('an exception of Bedrock is an error of the server, with its name and its sentence', async () => {
	for (const frames of [[exception], [...chunks.slice(0, 3), exception]]) {
		const report = await inspected(Buffer.concat(frames));
		assert.equal(report.error, null);
		assert.equal(report.isValid, frames.length > 1);
		const [exchange] = report.exchanges;
		assert.equal(exchange?.outcome, 'failed');
		assert.deepEqual(
			[exchange?.error?.kind, exchange?.error?.detail],
			['throttlingException', 'Too many requests'],
		);
		assert.ok(!rulesOf(report).includes('unknown-event'));
	}
});

test('an error frame without a payload has its name and sentence in its headers', async () => {
	const report = await inspected(
		frame({':message-type': 'error', ':error-code': 'internal', ':error-message': 'It broke'}, {}),
	);
	assert.deepEqual(
		[report.exchanges[0]?.error?.kind, report.exchanges[0]?.error?.detail],
		['internal', 'It broke'],
	);
});
