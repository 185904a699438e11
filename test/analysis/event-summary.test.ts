import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {summarize} from '../../source/analysis/event-summary.js';
import type {AlteredEvent, TraceEvent} from '../../source/trace/trace-event.js';
import type {JsonObject} from '../../source/wire/json.js';
import {arbitraryEvents} from '../helpers/arbitrary-trace.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	errorEvent,
	messageDelta,
	messageStart,
	messageStop,
	ping,
	type SampleEvent,
	text,
	toWire,
} from '../messages/conformance/sample-stream.js';

const place = {at: 0, exchange: 1, attempt: 1};
const sse = (event: SampleEvent): TraceEvent => ({type: 'sse', ...place, chunk: 1, ...toWire(event)});
const delta = (inner: JsonObject) => blockDelta(2, inner);

const summaries: ReadonlyArray<readonly [event: SampleEvent, block: number | null, detail: string]> = [
	[messageStart(), null, 'in 9 out 1 claude-haiku-5-5'],
	[blockStart(1, {type: 'tool_use', name: 'get_weather', input: {}}), 1, 'tool_use get_weather'],
	[blockStart(0), 0, 'text'],
	[blockStart(3, {type: 'web_search_tool_result', content: []}), 3, 'web_search_tool_result'],
	[text(0, 'Cats\nmeow'), 0, String.raw`"Cats\nmeow"`],
	[delta({type: 'thinking_delta', thinking: 'Hm'}), 2, 'thinking "Hm"'],
	[delta({type: 'input_json_delta', partial_json: '{"a'}), 2, String.raw`json "{\"a"`],
	[delta({type: 'signature_delta', signature: 'EqQB'}), 2, 'signature "EqQB"'],
	[delta({type: 'mood_delta', mood: 'curious'}), 2, 'mood_delta {"mood":"curious"}'],
	[blockStop(4), 4, ''],
	[messageDelta('max_tokens', {usage: {output_tokens: 3}}), null, 'max_tokens out 3'],
	[messageStop, null, ''],
	[ping, null, ''],
	[errorEvent, null, 'overloaded_error Overloaded'],
	[{type: 'novelty', words: 'hello'}, null, '{"type":"novelty","words":"hello"}'],
];

for (const [event, block, detail] of summaries) {
	const {event: name} = toWire(event);
	test(`${name}${detail === '' ? '' : ` says ${detail}`}`, () => {
		const found = summarize(sse(event));
		assert.deepEqual([found.kind, found.name, found.block, found.detail.trim()], [name, name, block, detail]);
	});
}

test('each known kind has its own sign', () => {
	const known = [
		messageStart(),
		blockStart(0),
		text(0, 'a'),
		blockStop(0),
		messageDelta(),
		messageStop,
		ping,
		errorEvent,
	];
	const signs = known.map(event => summarize(sse(event)).sign);
	assert.equal(new Set(signs).size, known.length);
	assert.ok(!signs.includes('?'));
	assert.equal(summarize(sse({type: 'novelty'})).sign, '?');
});

test('anything odd about an event comes before its content', () => {
	assert.match(summarize(sse({event: null, data: '{"type":"ping"}'})).detail, /^\(no event name\)/);
	assert.match(summarize(sse({event: 'content_block_delta', data: '{"type":'})).detail, /^\(not JSON\)/);
	assert.match(summarize(sse({event: 'message_stop', data: '{', unterminated: true})).detail, /\(cut off\)/);
	assert.equal(summarize(sse({event: null, data: ''})).kind, 'unnamed');
});

test('a request shows its attempt and size, and a response its status and id', () => {
	const request: TraceEvent = {
		type: 'request',
		...place,
		attempt: 2,
		method: 'POST',
		url: 'https://api.test/v1/messages',
		body: {model: 'm', messages: [{}, {}, {}]},
	};
	assert.equal(summarize(request).detail, 'attempt 2 · POST /v1/messages m · 3 messages');
	const first = {...request, attempt: 1, body: {model: 'm', messages: [{}]}};
	assert.equal(summarize(first).detail, 'POST /v1/messages m · 1 message');
	const unknown: TraceEvent = {type: 'response', ...place, status: 0, headers: {}};
	assert.equal(summarize(unknown).detail, 'status not known');
	const response: TraceEvent = {type: 'response', ...place, status: 529, headers: {'request-id': 'req_1'}};
	assert.deepEqual([summarize(response).detail, summarize(response).role], ['529 req_1', 'error']);
});

test('an end shows its outcome, and the error’s title if there is one', () => {
	const end: TraceEvent = {type: 'end', at: 0, exchange: 1, outcome: 'complete', error: null, message: null};
	assert.equal(summarize(end).detail, 'complete');
	const error = {kind: 'timeout', title: 'No answer in time', detail: null, hint: ''};
	assert.equal(summarize({...end, outcome: 'failed', error}).detail, 'failed · No answer in time');
});

test('any event is summarised in one clean line', () => {
	fc.assert(
		fc.property(arbitraryEvents, events => {
			for (const event of events) {
				const {name, detail} = summarize(event);
				assert.doesNotMatch(
					name + detail,
					/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/,
				);
			}
		}),
	);
});

test('data that is nested too deeply, or was too long to keep, says so and stays an event', () => {
	const nested = (levels: number) => `{"type":"ping","a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
	assert.match(summarize(sse({event: 'ping', data: nested(5000)})).detail, /^\(nested 5,000 levels deep\)/);
	assert.equal(summarize(sse({event: 'ping', data: nested(5000)})).kind, 'ping');
	assert.doesNotMatch(summarize(sse({event: 'ping', data: nested(500)})).detail, /nested/);
	const brackets = `{"type":"ping","a":"${'['.repeat(2000)}\\"${'{'.repeat(2000)}"}`;
	assert.doesNotMatch(summarize(sse({event: 'ping', data: brackets})).detail, /nested/);
	const cut = summarize(sse({event: 'ping', data: '{"type":', omitted: 1_000_000}));
	assert.match(cut.detail, /^\(not JSON\) \(too long: 8 of 1\.00M characters kept\)/);
});

test('an altered event says which one, how, and what the client got', () => {
	const altered = (how: AlteredEvent['how'], more: Partial<AlteredEvent> = {}) => {
		const {sign, name, detail, role} = summarize({type: 'altered', ...place, how, sse: 7, ...more});
		return `${sign} ${name} ${detail} ${role}`;
	};
	assert.equal(altered('dropped'), '≠ altered event 7 dropped warning');
	assert.equal(altered('released', {of: 'ping', late: 1234}), '≠ altered ping released after 1.23 s warning');
	assert.equal(
		altered('injected', {of: 'ping', event: null, data: '{}'}),
		'≠ altered injected beside ping: {} warning',
	);
	assert.equal(
		altered('edited', {event: 'ping', data: '{"a":"\u001B[2J"}'}),
		'≠ altered event 7 edited: ping {"a":"␛[2J"} warning',
	);
});
