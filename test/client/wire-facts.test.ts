import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {startLeanExchange} from '../../source/client/lean-exchange.js';
import {startExchange} from '../../source/client/message-exchange.js';
import {Trace} from '../../source/trace/trace.js';
import type {TraceError} from '../../source/trace/trace-event.js';
import {valid} from '../helpers/sample-bodies.js';
import {casePath} from '../helpers/stream-cases.js';

/** The error of an exchange that a server answers with `body`. */
async function errorOf(
	body: string | Uint8Array<ArrayBuffer>,
	start: typeof startExchange | typeof startLeanExchange = startExchange,
): Promise<TraceError | null> {
	const trace = new Trace();
	const fetch = async () => new Response(body, {headers: {'content-type': 'text/event-stream'}});
	const client = new Anthropic({
		apiKey: 'k',
		authToken: null,
		baseURL: 'http://a.test',
		maxRetries: 0,
		logLevel: 'off',
	});
	const params = {model: 'm', max_tokens: 9, messages: []};
	const exchange = start({client, fetch, trace, lane: null, now: () => 0, params});
	try {
		for await (const _ of exchange) {
			// The trace gets the events.
		}

		await exchange.finalMessage();
	} catch (error) {
		exchange.fail(error);
	}

	const end = trace.events.at(-1);
	return end?.type === 'end' ? end.error : null;
}

const nameless = valid.replaceAll(/^event: .*\n/gm, '');

for (const start of [startExchange, startLeanExchange]) {
	test(`${start.name} tells what the server said, though the SDK could not see it`, async () => {
		const error = await errorOf(readFileSync(casePath('04-dataonly-rate-limit.sse'), 'utf8'), start);
		assert.deepEqual(error, {
			kind: 'rate_limit_error',
			title: 'The rate limit is reached',
			detail: 'Too many requests at once for this account',
			hint: 'The SDK could not see this error, because its event has no event: line.',
		});
	});

	test(`${start.name} tells the error of a body that came with status 200`, async () => {
		const body =
			'{"type":"error","error":{"type":"api_error","message":"The upstream is away"},"request_id":"req_1"}';
		const error = await errorOf(body, start);
		assert.deepEqual(
			[error?.kind, error?.detail, error?.requestId],
			['api_error', 'The upstream is away', 'req_1'],
		);
		assert.equal(error?.hint, 'The SDK could not see this error, because the body is not an event stream.');
	});

	test(`${start.name} says that no event has a name`, async () => {
		const error = await errorOf(nameless, start);
		assert.equal(error?.kind, 'ended_early');
		assert.equal(error?.hint, 'No event has an event: line, so the SDK skipped all 6.');
	});
}

const sayings: ReadonlyArray<readonly [body: string, kind: string, detail: string | null]> = [
	['data: {"error":{"message":"Slow down","code":"429"}}\n\n', '429', 'Slow down'],
	['data: {"error":"quota exceeded"}\n\n', 'error', 'quota exceeded'],
	[
		'event: message\ndata: {"type":"error","error":{"type":"api_error","message":"upstream"},"request_id":"req_1"}\n\n',
		'api_error',
		'upstream',
	],
	[
		`${nameless.slice(0, nameless.indexOf('data: {"type":"content_block_stop'))}data: {"type":"error","error":{"type":"overloaded_error"}}\n\n`,
		'overloaded_error',
		null,
	],
];

for (const [body, kind, detail] of sayings) {
	test(`the server's own sentence is found in ${JSON.stringify(body.slice(-70))}`, async () => {
		const error = await errorOf(body);
		assert.deepEqual([error?.kind, error?.detail], [kind, detail]);
		assert.match(error?.hint ?? '', /The SDK could not see this error, because its event /);
	});
}

test('an error that the SDK throws is told as before', async () => {
	const error = await errorOf(
		'event: error\ndata: {"type":"error","error":{"type":"api_error","message":"no"}}\n\n',
	);
	assert.deepEqual([error?.kind, error?.detail], ['api_error', 'no']);
	assert.doesNotMatch(error?.hint ?? '', /SDK/);
});

test('some names that are missing are counted', async () => {
	const error = await errorOf(valid.replace('event: message_stop\n', ''));
	assert.match(error?.hint ?? '', /^1 of 6 events have no event: line, so the SDK skipped it\.$/);
});

test('gzip decoded as text is recognised, and an empty body and a page are not called an event', async () => {
	const gzip = await errorOf(readFileSync(casePath('13-gzip-decoded-as-text.bin')));
	assert.equal(gzip?.title, 'The answer looks like gzip decoded as text');
	assert.match((await errorOf(''))?.hint ?? '', /^The body was empty\./);
	assert.match(
		(await errorOf('<html>Sign in</html>'))?.hint ?? '',
		/^The body is not an event stream\. The event log shows it\./,
	);
});
