import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import fc from 'fast-check';
import {openTraceSource} from '../../source/recording/open-trace-source.js';
import {parseSse} from '../../source/wire/parse-sse.js';
import {captures} from '../helpers/captures.js';
import {phasesOf, recordingFixture, sseOf} from '../helpers/trace-source-parts.js';

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
	const files = ['curl-trace.txt', 'curl-trace-ascii.txt', 'curl-include.txt', 'two-turns.har'].map(
		recordingFixture,
	);
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
		assert.deepEqual(phasesOf(source), ['complete']);
	}

	const list = await openTraceSource([`[\n${bare.join(',\n')}\n]`]);
	assert.deepEqual(
		sseOf(list).map(({event, data}) => ({event, data})),
		parseSse(stream),
	);
});

test('takes a stream with a stray line of JSON before it, and a page that only looks like one', async () => {
	const stray = await openTraceSource([`{"type":"ping"}\n${stream}`]);
	assert.deepEqual(
		sseOf(stray).map(({event}) => event),
		parseSse(stream).map(({event}) => event),
	);
	const page = await openTraceSource(['<style>\n:root {}\n</style>']);
	assert.deepEqual(
		page.events.map(({type}) => type),
		['request', 'response', 'body', 'end'],
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
		assert.deepEqual(phasesOf(source), ['complete']);
	}

	const error = await openTraceSource(['{"type":"error","error":{"type":"api_error","message":"No"}}\n']);
	assert.deepEqual(phasesOf(error), ['failed']);
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
	await assert.rejects(openTraceSource(recordingFixture('nowhere.ndjson')), {code: 'ENOENT'});
});

test('never throws, wherever a capture is cut and whatever is put into it', async () => {
	const texts = ['curl-trace.txt', 'curl-trace-ascii.txt', 'curl-include.txt', 'two-turns.har']
		.map(name => readFileSync(recordingFixture(name), 'utf8'))
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
