import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import fc from 'fast-check';
import {parseSse} from '../../source/protocol/parse-sse.js';
import {openTraceSource, type TraceSource} from '../../source/recording/open-trace-source.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {itemsOf} from '../../source/trace/persistent-list.js';
import type {SseTraceEvent} from '../../source/trace/trace-event.js';
import {captures} from '../helpers/captures.js';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/recordings/${name}`, import.meta.url));

const sseOf = ({events}: TraceSource): readonly SseTraceEvent[] =>
	events.filter(({type}) => type === 'sse') as SseTraceEvent[];

const phases = ({events}: TraceSource) => [...itemsOf(foldTrace(events).exchanges)].map(({phase}) => phase);

const stream = [
	'event: message_start\ndata: {"type":"message_start","message":{"content":[],"usage":{}}}\n\n',
	'event: content_block_start\ndata: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}\n\n',
	'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}}\n\n',
	'event: message_stop\ndata: {"type":"message_stop"}\n\n',
].join('');

for (const {name, body} of captures) {
	test(`opens ${name} with every event, in order and in time`, async () => {
		const source = await openTraceSource([Buffer.from(body)]);
		assert.equal(source.format, 'sse');
		assert.equal(source.pacing, 'synthetic');
		assert.deepEqual(
			sseOf(source).map(({type: _, at: __, exchange: ___, attempt: ____, chunk: _____, ...sse}) => sse),
			parseSse(body),
		);
		const times = source.events.map(({at}) => at);
		assert.deepEqual(
			times,
			times.toSorted((a, b) => a - b),
		);
		const [first] = source.events;
		assert.equal(
			first?.type === 'request' && first.url.includes('beta=true'),
			/"content_block":\s*\{[^}]*"type":\s*"(compaction|fallback|mcp_tool_use|mcp_tool_result|advisor_tool_result)"/.test(
				body,
			),
		);
	});
}

test('reads the same however the text is cut into pieces', async () => {
	const files = ['curl-trace.txt', 'curl-trace-ascii.txt', 'curl-include.txt', 'two-turns.har'].map(fixture);
	const texts = [stream, ...files.map(file => readFileSync(file, 'utf8'))];
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...texts), fc.integer({min: 1, max: 3000}), async (text, size) => {
			const bytes = Buffer.from(text);
			const pieces = Array.from({length: Math.ceil(bytes.length / size)}, (_, index) =>
				bytes.subarray(index * size, (index + 1) * size),
			);
			assert.deepEqual(await openTraceSource(pieces), await openTraceSource([text]));
		}),
		{numRuns: 60},
	);
});

test('takes the headers that curl -i writes before the body, and no cookie with them', async () => {
	const source = await openTraceSource(fixture('curl-include.txt'));
	assert.equal(source.format, 'http');
	assert.equal(sseOf(source).length, 8);
	assert.deepEqual(phases(source), ['complete']);
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
	assert.deepEqual(phases(await openTraceSource(['HTTP/2 200 \r\nretry'])), ['failed']);
});

test('curl --trace keeps times, network reads and every character, and no key', async () => {
	const source = await openTraceSource(fixture('curl-trace.txt'));
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
	assert.deepEqual(phases(source), ['complete']);
	assert.ok(!JSON.stringify(source).includes('secret'));
});

test('curl --trace-ascii keeps all of it but what is not ASCII, and says so', async () => {
	const source = await openTraceSource(fixture('curl-trace-ascii.txt'));
	assert.deepEqual(
		sseOf(source).map(({event}) => event),
		sseOf(await openTraceSource(fixture('curl-trace.txt'))).map(({event}) => event),
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
		'curl --trace-ascii writes dots for all that is not ASCII: those characters are lost. --trace keeps them.',
	]);
	assert.ok(!JSON.stringify(source).includes('secret'));
});

test('a curl trace without times gets some, and goes on after midnight', async () => {
	const text = readFileSync(fixture('curl-trace.txt'), 'utf8');
	const timeless = await openTraceSource([text.replaceAll(/^[\d:.]{15} /gm, '')]);
	assert.equal(timeless.pacing, 'synthetic');
	assert.deepEqual(phases(timeless), ['complete']);
	const late = text.replaceAll('20:54:31.', '23:59:59.').replaceAll('20:54:32.', '00:00:00.');
	const times = (await openTraceSource([late])).events.map(({at}) => at);
	assert.deepEqual(
		times,
		times.toSorted((a, b) => a - b),
	);
});

test('a HAR file gives an exchange for each message request, with its times and no secret', async () => {
	const source = await openTraceSource(fixture('two-turns.har'));
	assert.equal(source.format, 'har');
	assert.deepEqual(phases(source), ['complete', 'complete', 'failed']);
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
	assert.ok(source.notes.includes('1 of its 4 entries are no message requests.'));
	assert.ok(!JSON.stringify(source).includes('secret'));
});

test('takes the JSON of one event a line, bare or beside its name', async () => {
	const bare = parseSse(stream).map(({data}) => data);
	const named = parseSse(stream).map(({event, data}) => JSON.stringify({event, data: JSON.parse(data)}));
	for (const lines of [bare, named]) {
		const source = await openTraceSource([`${lines.join('\n')}\nbroken {\n`]);
		assert.equal(source.format, 'events');
		assert.deepEqual(
			sseOf(source).map(({event, data}) => ({event, data})),
			parseSse(stream),
		);
		assert.deepEqual(source.skipped, [{line: 5, last: 5, reason: 'not the JSON of an event'}]);
		assert.deepEqual(phases(source), ['complete']);
	}

	const list = await openTraceSource([`[\n${bare.join(',\n')}\n]`]);
	assert.deepEqual(
		sseOf(list).map(({event, data}) => ({event, data})),
		parseSse(stream),
	);
});

test('takes the whole message of an answer that was no stream, and an error', async () => {
	const message = {type: 'message', role: 'assistant', content: [{type: 'text', text: 'Hi'}], usage: {}};
	for (const text of [JSON.stringify(message), JSON.stringify(message, null, 2)]) {
		const source = await openTraceSource([text]);
		assert.deepEqual(
			source.events.map(({type}) => type),
			['request', 'response', 'body', 'end'],
		);
		assert.deepEqual(phases(source), ['complete']);
	}

	const error = await openTraceSource(['{"type":"error","error":{"type":"api_error","message":"No"}}\n']);
	assert.deepEqual(phases(error), ['failed']);
});

test('takes our own recording, also where its first line is lost', async () => {
	const lines = [
		'{"type":"recording","version":1}',
		'{"type":"request","at":0,"exchange":1,"attempt":1,"method":"POST","url":"","body":null}',
		'{"type":"end","at":1,"exchange":1,"outcome":"complete","error":null,"message":null}',
	];
	for (const text of [
		lines.join('\n'),
		lines.slice(1).join('\n'),
		`sion":1}\n${lines.slice(1).join('\n')}`,
	]) {
		const source = await openTraceSource([text]);
		assert.equal(source.format, 'recording');
		assert.equal(source.pacing, 'recorded');
		assert.equal(source.events.length, 2);
	}
});

test('says so where there is nothing to take', async () => {
	const unknown = await openTraceSource(['Dear diary,\n', 'no streams today.']);
	assert.equal(unknown.format, 'unknown');
	assert.deepEqual(unknown.events, []);
	assert.equal(unknown.notes.length, 1);
	assert.equal((await openTraceSource([])).format, 'recording');
	await assert.rejects(openTraceSource(fixture('nowhere.ndjson')), {code: 'ENOENT'});
});

test('never throws, wherever a capture is cut and whatever is put into it', async () => {
	const texts = ['curl-trace.txt', 'curl-trace-ascii.txt', 'curl-include.txt', 'two-turns.har']
		.map(name => readFileSync(fixture(name), 'utf8'))
		.concat(
			stream,
			parseSse(stream)
				.map(({data}) => data)
				.join('\n'),
		);
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...texts),
			fc.double({min: 0, max: 1, noNaN: true}),
			fc.string(),
			async (text, share, inserted) => {
				const cut = Math.floor(share * text.length);
				const begun = await openTraceSource([text.slice(0, cut)]);
				const spoilt = await openTraceSource([text.slice(0, cut), inserted, text.slice(cut)]);
				for (const {events} of [begun, spoilt]) {
					assert.ok(events.every(({at, exchange}) => Number.isFinite(at) && exchange >= 1));
				}
			},
		),
		{numRuns: 300},
	);
});
