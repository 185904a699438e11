import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {openTraceSource} from '../../../source/recording/open-trace-source.js';
import {encodeLine} from '../../../source/recording/recording-format.js';
import {growPieces, outlineOf} from '../../helpers/growing-trace.js';
import {streamFixtures} from '../../helpers/stream-fixtures.js';
import {recordingFixture} from '../../helpers/trace-source-parts.js';

const start =
	'event: message_start\ndata: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],"usage":{"input_tokens":1,"output_tokens":1}}}\n\n';
const stop = 'event: message_stop\ndata: {"type":"message_stop"}\n\n';
const startLine = '{"type":"message_start","message":{"id":"msg_1","role":"assistant","content":[]}}\n';
const stopLine = '{"type":"message_stop"}\n';

/** Everything but times and reads, which are made up where a whole text is imported. */
const withoutPace = (events: Awaited<ReturnType<typeof growPieces>>['events']) =>
	events.map(event => ({...event, at: 0, ...(event.type === 'sse' ? {chunk: 0} : {})}));

for (const {name, body} of streamFixtures) {
	test(`${name} gives the same events in pieces as at once`, async () => {
		const bytes = Buffer.from(body);
		const whole = await openTraceSource([body]);
		for (const length of [1, 37, 1400]) {
			const pieces = Array.from({length: Math.ceil(bytes.length / length)}, (_, index) =>
				bytes.subarray(index * length, (index + 1) * length),
			);
			const grown = await growPieces(pieces);
			assert.deepEqual(
				withoutPace(grown.events).filter(({type}) => type !== 'request'),
				withoutPace(whole.events).filter(({type}) => type !== 'request'),
			);
		}
	});
}

test('events have the time at which they arrived and the number of their read; the end of the input is an end', async () => {
	const {events, state} = await growPieces([start, 'event: ping\ndata: {"type"', ':"ping"}\n\n', stop]);
	assert.deepEqual(
		events.map(event => [event.type, event.at, event.type === 'sse' ? event.chunk : null]),
		[
			['request', 0, null],
			['response', 10, null],
			['sse', 10, 1],
			['sse', 30, 3],
			['sse', 40, 4],
			['end', 40, null],
		],
	);
	assert.deepEqual([state.phase, state.format, state.reads, state.lastByteAt], ['ended', 'sse', 4, 40]);
});

test('a stream that stops in the middle has ended early, and its half event is kept', async () => {
	const {events} = await growPieces([start, 'event: ping\ndata: {"ty']);
	const [end] = events.slice(-1);
	assert.deepEqual(end?.type === 'end' && [end.outcome, end.error?.kind], ['failed', 'ended_early']);
	const [half] = events.slice(-2);
	assert.equal(half?.type === 'sse' && half.unterminated, true);
});

test('what curl -i writes has its status and headers, with chunk frames or without', async () => {
	const head =
		'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nset-cookie: secret\r\n\r\n';
	const frame = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
	for (const body of [
		[start, stop],
		[frame(start), frame(stop), '0\r\n\r\n'],
		[`${frame(start)}${frame(stop)}`.slice(0, 90), `${frame(start)}${frame(stop)}`.slice(90)],
	]) {
		for (const heads of [[head], [...head]]) {
			const grown = await growPieces([...heads, ...body]);
			assert.deepEqual(outlineOf(grown), [
				'1 request',
				'1 response',
				'1 message_start',
				'1 message_stop',
				'1 end complete',
			]);
			const [, response] = grown.events;
			assert.deepEqual(response?.type === 'response' && [response.status, response.headers], [
				200,
				{'content-type': 'text/event-stream'},
			]);
		}
	}
});

test('an error body behind a head is one body, and the end says what the server said', async () => {
	const error = '{"type":"error","error":{"type":"overloaded_error","message":"Busy"}}';
	const grown = await growPieces([
		'HTTP/2 529 \r\nretry-after: 3\r\n\r\n',
		error.slice(0, 9),
		error.slice(9),
	]);
	assert.deepEqual(outlineOf(grown), ['1 request', '1 response', '1 body', '1 end failed']);
	const end = grown.events.at(-1);
	assert.deepEqual(end?.type === 'end' && [end.error?.kind, end.error?.detail], ['overloaded_error', 'Busy']);
});

test('what curl -v writes is read line by line, the request at the time of its line', async () => {
	const grown = await growPieces([
		'*   Trying 127.0.0.1:80...\n* Connected to localhost\n',
		'> POST /v1/messages HTTP/1.1\r\n> Host: localhost:80\r\n> x-api-key: sk-ant-secret\r\n> \r\n',
		'* upload completely sent off: 2 bytes\n< HTTP/1.1 200 OK\r\n< request-id: req_1\r\n< \r\n',
		`{ [300 bytes data]\n${start}`,
		stop,
		'* Connection #0 to host localhost left intact\n',
	]);
	assert.deepEqual(outlineOf(grown), [
		'1 request',
		'1 response',
		'1 message_start',
		'1 message_stop',
		'1 end complete',
	]);
	const [request, response] = grown.events;
	assert.deepEqual(request?.type === 'request' && [request.at, request.method, request.url], [
		20,
		'POST',
		'http://localhost:80/v1/messages',
	]);
	assert.deepEqual(response?.type === 'response' && [response.at, response.headers], [
		30,
		{'request-id': 'req_1'},
	]);
	assert.ok(!JSON.stringify(grown).includes('secret'));
});

test('lines of events end their exchange with the last event of a message; the next message is another', async () => {
	const grown = await growPieces([
		startLine,
		stopLine,
		startLine.slice(0, 20),
		startLine.slice(20),
		stopLine,
	]);
	assert.deepEqual(outlineOf(grown), [
		'1 request',
		'1 response',
		'1 message_start',
		'1 message_stop',
		'1 end complete',
		'2 request',
		'2 response',
		'2 message_start',
		'2 message_stop',
		'2 end complete',
	]);
});

test("Claude Code's lines are exchanges by agent, and a message that came as events is not shown again", async () => {
	const line = (value: object) => `${JSON.stringify(value)}\n`;
	const event = (value: object, agent: string | null) =>
		line({type: 'stream_event', session_id: 's', parent_tool_use_id: agent, event: value});
	const begin = (id: string) => ({type: 'message_start', message: {id, role: 'assistant', content: []}});
	const grown = await growPieces([
		line({type: 'system', subtype: 'init', session_id: 's'}),
		event(begin('msg_1'), null),
		event(begin('msg_2'), 'toolu_1'),
		event({type: 'message_stop'}, null),
		line({type: 'assistant', session_id: 's', message: {id: 'msg_1', type: 'message', content: []}}),
		event({type: 'message_stop'}, 'toolu_1'),
		line({
			type: 'assistant',
			session_id: 's',
			message: {id: 'msg_3', type: 'message', role: 'assistant', content: [{type: 'text', text: 'a'}]},
		}),
		line({
			type: 'assistant',
			session_id: 's',
			message: {id: 'msg_3', type: 'message', role: 'assistant', content: [{type: 'text', text: 'b'}]},
		}),
		line({type: 'result', session_id: 's', duration_ms: 5}),
	]);
	assert.deepEqual(outlineOf(grown), [
		'1 request',
		'1 response',
		'1 message_start',
		'2 request',
		'2 response',
		'2 message_start',
		'1 message_stop',
		'1 end complete',
		'2 message_stop',
		'2 end complete',
		'3 request',
		'3 response',
		'3 body',
		'3 end complete',
	]);
	const [body] = grown.events.slice(-2);
	assert.match(body?.type === 'body' ? body.data : '', /"text":"a".*"text":"b"/);
});

test('a recording keeps its own times; a torn line waits for its rest; an open exchange ends with the input', async () => {
	const lines = [
		{type: 'recording', version: 2, app: 'a', startedAt: '', mode: 'live', title: 'T'},
		{
			type: 'request',
			at: 5,
			exchange: 1,
			attempt: 1,
			method: 'POST',
			url: 'https://x/v1/messages',
			body: null,
		},
		{type: 'response', at: 7.5, exchange: 1, attempt: 1, status: 200, headers: {}},
	].map(line => encodeLine(line as Parameters<typeof encodeLine>[0]));
	const [header = '', request = '', response = ''] = lines;
	const grown = await growPieces([header, request.slice(0, 30), request.slice(30), response, '{"type":"ss']);
	assert.deepEqual(
		grown.events.map(({type, at}) => [type, at]),
		[
			['request', 5],
			['response', 7.5],
			['end', 7.5],
		],
	);
	assert.equal(grown.state.header?.title, 'T');
	const end = grown.events.at(-1);
	assert.equal(end?.type === 'end' && end.error?.title, 'The input ended before the exchange did');
	assert.deepEqual(grown.state.notes, ['Line 4 was skipped: not JSON, or cut off.']);
});

test('a recording without a header is recognised by a first line that is too long for one read', async () => {
	const content = 'x'.repeat(200_000);
	const line = encodeLine({
		type: 'request',
		at: 5,
		exchange: 1,
		attempt: 1,
		method: 'POST',
		url: 'https://x/v1/messages',
		body: {messages: [{role: 'user', content}]},
	});
	const pieces = [line.slice(0, 65_536), line.slice(65_536, 131_072), line.slice(131_072)];
	const {events, state} = await growPieces(pieces);
	assert.equal(state.format, 'recording');
	assert.deepEqual(outlineOf({events}), ['1 request', '1 end failed']);
});

test('after a beginning from anew, numbers and times follow those before', async () => {
	const restart = {kind: 'restart', words: 'The file has shrunk.'} as const;
	const grown = await growPieces([start, restart, start, stop]);
	assert.deepEqual(outlineOf(grown), [
		'1 request',
		'1 response',
		'1 message_start',
		'1 end failed',
		'2 request',
		'2 response',
		'2 message_start',
		'2 message_stop',
		'2 end complete',
	]);
	assert.deepEqual(grown.state.notes, ['The file has shrunk.']);
	const times = grown.events.map(({at}) => at);
	assert.deepEqual(
		times,
		times.toSorted((a, b) => a - b),
	);
});

test("other APIs' events are rows with times, and their streams are not called broken", async () => {
	const chat = 'data: {"id":"c","object":"chat.completion.chunk","choices":[{"delta":{"content":"Hi"}}]}\n\n';
	const completions = await growPieces([chat, chat, 'data: [DONE]\n\n']);
	assert.deepEqual(outlineOf(completions), [
		'1 request',
		'1 response',
		'1 unnamed',
		'1 unnamed',
		'1 unnamed',
		'1 end complete',
	]);
	const ollama = '{"model":"llama3","created_at":"2026-01-01T00:00:00Z","response":"Hi","done":false}\n';
	const lines = await growPieces([ollama, ollama]);
	assert.deepEqual(outlineOf(lines), ['1 request', '1 response', '1 unnamed', '1 unnamed', '1 end complete']);
	assert.deepEqual(
		lines.events.flatMap(event => (event.type === 'sse' ? [event.at, event.data] : [])),
		[10, ollama.trim(), 20, ollama.trim()],
	);
});

test('a prefix on each line is taken off while the lines come', async () => {
	const logged = `${start}${stop}`
		.split('\n')
		.map(line => `2026-11-27T22:35:34.1Z ${line}\n`)
		.slice(0, -1);
	const {events, state} = await growPieces(logged);
	assert.equal(state.format, 'sse');
	assert.deepEqual(outlineOf({events}), [
		'1 request',
		'1 response',
		'1 message_start',
		'1 message_stop',
		'1 end complete',
	]);
	assert.equal(events[2]?.at, 30);
});

test('a format that is not read by lines is read when it is whole', async () => {
	const text = readFileSync(recordingFixture('curl-trace.txt'), 'utf8');
	const grown = await growPieces([text.slice(0, 900), text.slice(900)]);
	assert.equal(grown.state.isWhole, true);
	assert.match(grown.state.notes[0] ?? '', /read when it has ended/);
	assert.deepEqual(outlineOf(grown).slice(-2), ['1 message_stop', '1 end complete']);
});

test('an input without a byte, and one that is no stream, say so', async () => {
	assert.deepEqual((await growPieces([])).state.notes, ['The input ended before anything came.']);
	const {events, state} = await growPieces(['hello\n', 'world\n']);
	assert.deepEqual(events, []);
	assert.match(state.notes.join(' '), /This is /);
});
