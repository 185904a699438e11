import assert from 'node:assert/strict';
import type {ServerResponse} from 'node:http';
import {test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {describeError} from '../../source/client/describe-error.js';
import {startExchange} from '../../source/client/message-exchange.js';
import {SdkLane} from '../../source/trace/sdk-lane.js';
import {Trace} from '../../source/trace/trace.js';
import type {TraceError} from '../../source/trace/trace-event.js';
import {serve, writeStream} from '../helpers/capture-server.js';
import {inEnvironment} from '../helpers/in-environment.js';

const key = 'sk-ant-test-never-to-be-told';

type Setting = {
	readonly apiKey?: string | null;
	readonly timeout?: number;
};

/** Asks a server by the official SDK, and gives what the exchange ended with and all that the trace holds. */
const ask = async (baseURL: string, {apiKey = key, timeout = 5000}: Setting = {}) => {
	const trace = new Trace();
	const lane = new SdkLane();
	const client = new Anthropic({baseURL, apiKey, authToken: null, timeout, maxRetries: 0, logLevel: 'off'});
	const exchange = startExchange({
		client,
		fetch: globalThis.fetch,
		trace,
		lane,
		now: () => trace.length,
		params: {model: 'm', max_tokens: 10, messages: [{role: 'user', content: 'hi'}]},
	});
	let error: TraceError | undefined;
	try {
		for await (const _ of exchange) {
			// Iterating is what drives the SDK.
		}

		await exchange.finalMessage();
	} catch (thrown) {
		error = exchange.fail(thrown);
	}

	assert.ok(error, 'nothing was thrown');
	const end = trace.at(trace.length - 1);
	assert.ok(end?.type === 'end' && end.outcome === 'failed');
	assert.deepEqual(end.error, error);
	assert.ok(!JSON.stringify(trace.events).includes(key));
	return {error, trace, lane};
};

const answered = async (answer: (response: ServerResponse) => void, setting?: Setting) => {
	await using server = await serve(answer);
	return await ask(server.url, setting);
};

const refuse = (status: number, type: string, headers: Readonly<Record<string, string>> = {}) =>
	answered(response => {
		response.writeHead(status, {'content-type': 'application/json', 'request-id': 'req_head', ...headers});
		response.end(
			JSON.stringify({type: 'error', error: {type, message: `words about ${type}`}, request_id: 'req_body'}),
		);
	});

const refusals: ReadonlyArray<readonly [status: number, type: string, title: RegExp, hint: RegExp]> = [
	[400, 'invalid_request_error', /refused the request/, /\/retry/],
	[401, 'authentication_error', /credential was not accepted/, /ANTHROPIC_API_KEY/],
	[402, 'billing_error', /billed/, /credit/],
	[403, 'permission_error', /does not allow/, /\/model/],
	[404, 'not_found_error', /Not found/, /\/model.*--base-url/],
	[413, 'request_too_large', /too large/, /\/clear/],
	[429, 'rate_limit_error', /rate limit/, /Wait/],
	[500, 'api_error', /API failed/, /\/retry/],
	[504, 'timeout_error', /too long/, /\/retry/],
	[529, 'overloaded_error', /overloaded/, /Wait/],
];

for (const [status, type, title, hint] of refusals) {
	test(`${status}: says what happened, what the server said, the request’s id, and what to do`, async () => {
		const {error, trace} = await refuse(status, type);
		assert.equal(error.kind, type);
		assert.equal(error.status, status);
		assert.equal(error.requestId, 'req_head');
		assert.match(error.detail ?? '', new RegExp(`words about ${type}`));
		assert.match(error.title, title);
		assert.match(error.hint, hint);
		assert.deepEqual(
			trace.events.map(event => event.type),
			['request', 'response', 'body', 'end'],
		);
	});
}

test('429 carries how long the server asks to wait', async () => {
	assert.equal((await refuse(429, 'rate_limit_error', {'retry-after': '7'})).error.retryAfter, 7);
	assert.equal((await refuse(429, 'rate_limit_error')).error.retryAfter, undefined);
});

test('the request’s id comes from the body where no header has it', async () => {
	const {error} = await answered(response => {
		response.writeHead(400, {'content-type': 'application/json'});
		response.end(
			'{"type":"error","error":{"type":"invalid_request_error","message":"no"},"request_id":"req_body"}',
		);
	});
	assert.equal(error.requestId, 'req_body');
});

for (const [status, body] of [
	[418, 'I am a teapot'],
	[502, '<html>Bad gateway</html>'],
	[400, '{"message":"another shape"}'],
	[500, ''],
] as const) {
	test(`a ${status} of some gateway is told with its status and in its own words: ${body}`, async () => {
		const {error} = await answered(response => {
			response.writeHead(status, {'content-type': 'text/plain'});
			response.end(body);
		});
		assert.equal(error.status, status);
		assert.notEqual(error.title, '');
		assert.notEqual(error.hint, '');
		assert.ok((error.detail ?? '').includes(body), error.detail ?? 'null');
	});
}

const opening = [
	'event: message_start\ndata: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}}\n\n',
	'event: content_block_start\ndata: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}\n\n',
	'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}}\n\n',
].join('');

const verdictsOf = ({trace, lane}: {readonly trace: Trace; readonly lane: SdkLane}) =>
	trace.events.flatMap((event, position) => (event.type === 'sse' ? [lane.at(position).verdict] : []));

test('an error event in mid-stream is told by its type, and by no time to wait that belongs to the stream', async () => {
	const result = await answered(response => {
		response.writeHead(200, {
			'content-type': 'text/event-stream',
			'request-id': 'req_head',
			'retry-after': '35',
		});
		response.end(
			`${opening}event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n`,
		);
	});
	assert.equal(result.error.kind, 'overloaded_error');
	assert.equal(result.error.status, undefined);
	assert.equal(result.error.retryAfter, undefined);
	assert.equal(result.error.requestId, 'req_head');
	assert.match(result.error.detail ?? '', /Overloaded/);
	assert.deepEqual(verdictsOf(result), ['yielded', 'yielded', 'yielded', 'thrown']);
});

test('JSON that does not parse is told with the place where the SDK threw', async () => {
	const result = await answered(response =>
		writeStream(response, `${opening}event: content_block_delta\ndata: {"type":\n\n`),
	);
	assert.equal(result.error.kind, 'malformed');
	assert.match(result.error.title, /JSON/);
	assert.deepEqual(verdictsOf(result), ['yielded', 'yielded', 'yielded', 'thrown']);
});

test('a stream that ends without its end is told so', async () => {
	const result = await answered(response => writeStream(response, opening));
	assert.equal(result.error.kind, 'ended_early');
	assert.deepEqual(verdictsOf(result), ['yielded', 'yielded', 'yielded']);
});

for (const [name, body, type] of [
	['nothing at all', '', 'text/event-stream'],
	['a page of HTML', '<html>Sign in</html>', 'text/html'],
	['a whole message', '{"type":"message","content":[]}', 'application/json'],
] as const) {
	test(`${name} with status 200 instead of a stream is told so`, async () => {
		const {error, trace} = await answered(response => {
			response.writeHead(200, {'content-type': type});
			response.end(body);
		});
		assert.equal(error.kind, 'ended_early');
		assert.match(error.hint, /event log/);
		assert.deepEqual(
			trace.events.flatMap(event => (event.type === 'body' ? [event.data] : [])),
			body === '' ? [] : [body],
		);
	});
}

test('a connection that breaks in mid-stream is told as lost, and no event as the reason for it', async () => {
	const result = await answered(response => {
		response.writeHead(200, {'content-type': 'text/event-stream'});
		response.write(`${opening}event: content_block_delta\ndata: {"ty`, () => response.socket?.destroy());
	});
	assert.equal(result.error.kind, 'connection_lost');
	assert.match(result.error.title, /lost/);
	assert.ok(!verdictsOf(result).includes('thrown'), String(verdictsOf(result)));
	assert.ok(!verdictsOf(result).includes('pending'));
});

test('a connection that breaks before any answer cannot be reached', async () => {
	const {error} = await answered(response => response.socket?.destroy());
	assert.match(error.title, /Cannot reach the server/);
	assert.match(error.hint, /--base-url/);
});

test('a refused connection is told as refused', async () => {
	let url = '';
	{
		await using server = await serve(() => {});
		url = server.url;
	}

	const {error, trace} = await ask(url);
	assert.equal(error.kind, 'ECONNREFUSED');
	assert.match(error.title, /refused/);
	assert.match(error.hint, /--base-url/);
	assert.deepEqual(
		trace.events.map(event => event.type),
		['request', 'end'],
	);
});

test('a server that says nothing in time is a time-out', async () => {
	const {error} = await answered(() => {}, {timeout: 30});
	assert.equal(error.kind, 'timeout');
	assert.match(error.title, /in time/);
});

test('without a credential no request is sent, and the hint says how to go on', async () => {
	const {error, trace} = await inEnvironment({}, () =>
		answered(() => assert.fail('a request came'), {apiKey: null}),
	);
	assert.equal(error.kind, 'no_credential');
	assert.match(error.hint, /ANTHROPIC_API_KEY.*--demo/);
	assert.deepEqual(
		trace.events.map(event => event.type),
		['end'],
	);
});

test('an interruption is no failure', () => {
	const {kind, title} = describeError(new Anthropic.APIUserAbortError());
	assert.deepEqual([kind, title], ['aborted', 'Interrupted']);
});

test('whatever is thrown is told in words', () => {
	const circular = new Error('round');
	circular.cause = circular;
	for (const thrown of [
		'a string',
		null,
		undefined,
		5,
		{},
		new Error(''),
		circular,
		new RangeError('deep', {cause: 'text'}),
	]) {
		const {title, hint, kind} = describeError(thrown);
		assert.notEqual(title, '');
		assert.notEqual(hint, '');
		assert.notEqual(kind, '');
	}
});

test('of a long page of a gateway its title is told, and of a long text its beginning', async () => {
	for (const [body, detail] of [
		[
			`<html><head><title>502 Bad Gateway</title></head><body>${'<p>x</p>'.repeat(10_000)}</body></html>`,
			/^an HTML page, "502 Bad Gateway"$/,
		],
		['y'.repeat(100_000), /^(502 )?y{500,600}…$/],
	] as const) {
		const {error} = await answered(response => {
			response.writeHead(502, {'content-type': 'text/html'});
			response.end(body);
		});
		assert.match(error.detail ?? '', detail);
	}
});
