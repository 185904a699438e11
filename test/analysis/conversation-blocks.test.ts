import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nextMessages, promptOf, wasSaid} from '../../source/analysis/conversation.js';
import {foldTrace, type TraceView} from '../../source/trace/fold-trace.js';
import {lastItem} from '../../source/trace/persistent-list.js';
import type {EndEvent} from '../../source/trace/trace-event.js';
import type {JsonObject} from '../../source/wire/json.js';
import {tracedStream} from '../helpers/traced-stream.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	json,
	messageStart,
	text,
	toolStart,
} from '../messages/conformance/sample-stream.js';

type Answer = {
	readonly blocks: readonly JsonObject[];
	readonly outcome?: EndEvent['outcome'];
	readonly messages?: readonly JsonObject[];
};

const asked: readonly JsonObject[] = [{role: 'user', content: 'A'}];

/** One exchange whose answer consists of these block events. */
const answered = ({blocks, outcome = 'complete', messages = asked}: Answer): TraceView =>
	foldTrace([
		...tracedStream([messageStart(), ...(blocks as ReadonlyArray<JsonObject & {type: string}>)], {
			body: {stream: true, messages},
		}),
		{type: 'end', at: 900, exchange: 1, outcome, error: null, message: null},
	]);

/** What the next request contains as the model's answer, and what follows it. */
const afterwards = (answer: Answer) => {
	const messages = nextMessages(answered(answer), 'B');
	assert.deepEqual(messages.slice(0, answer.messages?.length ?? 1), answer.messages ?? asked);
	return messages.slice(answer.messages?.length ?? 1);
};

const thinking = [
	blockStart(0, {type: 'thinking', thinking: '', signature: ''}),
	blockDelta(0, {type: 'thinking_delta', thinking: 'Hm'}),
];
const signature = blockDelta(0, {type: 'signature_delta', signature: 'sig'});

test('thinking goes back with its signature, before the text', () => {
	assert.deepEqual(
		afterwards({blocks: [...thinking, signature, blockStop(0), blockStart(1), text(1, 'a'), blockStop(1)]}),
		[
			{
				role: 'assistant',
				content: [
					{type: 'thinking', thinking: 'Hm', signature: 'sig'},
					{type: 'text', text: 'a'},
				],
			},
			{role: 'user', content: 'B'},
		],
	);
});

test('thinking without its signature is left out, because the API would reject it', () => {
	const view = answered({blocks: thinking, outcome: 'aborted'});
	assert.deepEqual(nextMessages(view, 'B'), [{role: 'user', content: 'B'}]);
});

test('redacted thinking, citations and server tool results are sent back unchanged', () => {
	const redacted = {type: 'redacted_thinking', data: 'EmwK'};
	const call = {type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {query: 'cats'}};
	const result = {
		type: 'web_search_tool_result',
		tool_use_id: 'srvtoolu_1',
		content: [{url: 'https://a.example'}],
	};
	const citation = {type: 'web_search_result_location', url: 'https://a.example'};
	const blocks = [
		blockStart(0, redacted),
		blockStop(0),
		blockStart(1, call),
		blockStop(1),
		blockStart(2, result),
		blockStop(2),
		blockStart(3),
		blockDelta(3, {type: 'citations_delta', citation}),
		text(3, 'a'),
		blockStop(3),
	];
	assert.deepEqual(afterwards({blocks}), [
		{role: 'assistant', content: [redacted, call, result, {type: 'text', text: 'a', citations: [citation]}]},
		{role: 'user', content: 'B'},
	]);
});

test('each tool call that was not run is answered with an error before the prompt', () => {
	const blocks = [
		blockStart(0),
		text(0, 'Let me look.'),
		blockStop(0),
		toolStart(1),
		json(1, '{"place":"Lisbon"}'),
		blockStop(1),
		blockStart(2, {type: 'tool_use', id: 'toolu_02', name: 'clock', input: {}}),
		blockStop(2),
	];
	const [answer, next, ...rest] = afterwards({blocks});
	assert.deepEqual(rest, []);
	assert.deepEqual(answer, {
		role: 'assistant',
		content: [
			{type: 'text', text: 'Let me look.'},
			{type: 'tool_use', id: 'toolu_01', name: 'weather', input: {place: 'Lisbon'}},
			{type: 'tool_use', id: 'toolu_02', name: 'clock', input: {}},
		],
	});
	const content = next?.content as readonly JsonObject[];
	assert.deepEqual(
		content.map(({type, tool_use_id, is_error}) => [type, tool_use_id, is_error]),
		[
			['tool_result', 'toolu_01', true],
			['tool_result', 'toolu_02', true],
			['text', undefined, undefined],
		],
	);
	assert.equal(content.at(-1)?.text, 'B');
});

test('a tool call that was cut off is left out, and the text before it is kept', () => {
	const blocks = [
		blockStart(0),
		text(0, 'Let me look.'),
		blockStop(0),
		toolStart(1),
		json(1, '{"place":"Lis'),
	];
	assert.deepEqual(afterwards({blocks, outcome: 'aborted'}), [
		{role: 'assistant', content: [{type: 'text', text: 'Let me look.'}]},
		{role: 'user', content: 'B'},
	]);
});

test('empty text is left out, and an answer with nothing else was not said', () => {
	const empty = [blockStart(0), text(0, ' \n'), blockStop(0)];
	assert.deepEqual(nextMessages(answered({blocks: empty}), 'B'), [{role: 'user', content: 'B'}]);
	assert.deepEqual(afterwards({blocks: [...empty, blockStart(1), text(1, 'a'), blockStop(1)]}), [
		{role: 'assistant', content: [{type: 'text', text: 'a'}]},
		{role: 'user', content: 'B'},
	]);
});

test('a failed answer is not sent, however much of it had arrived', () => {
	const view = answered({blocks: [blockStart(0), text(0, 'a'), blockStop(0)], outcome: 'failed'});
	const exchange = lastItem(view.exchanges);
	assert.ok(exchange);
	assert.equal(wasSaid(exchange), false);
	assert.deepEqual(nextMessages(view, 'B'), [{role: 'user', content: 'B'}]);
});

test('the prompt of an exchange is the user’s text, without the tool results before it', () => {
	const messages = [
		...asked,
		{
			role: 'user',
			content: [
				{type: 'tool_result', tool_use_id: 'toolu_01', is_error: true, content: 'not run'},
				{type: 'text', text: 'And now?'},
			],
		},
	];
	const exchange = lastItem(answered({blocks: [], messages}).exchanges);
	assert.equal(exchange && promptOf(exchange), 'And now?');
	const bare = lastItem(
		foldTrace([{type: 'request', at: 0, exchange: 1, attempt: 1, method: 'GET', url: '', body: null}])
			.exchanges,
	);
	assert.equal(bare && promptOf(bare), '');
});
