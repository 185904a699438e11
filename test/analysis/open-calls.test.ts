import assert from 'node:assert/strict';
import {test} from 'node:test';
import {continuesTurn, nextMessages, promptOf} from '../../source/analysis/conversation.js';
import {openTurn, resultsOf, turnLength, turnStart} from '../../source/analysis/open-calls.js';
import {toolResult} from '../../source/messages/tools/tool-call.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {itemsOf} from '../../source/trace/persistent-list.js';
import {Trace} from '../../source/trace/trace.js';
import {appendExchange} from '../helpers/append-exchange.js';
import {calledTools, pausedSearch} from '../helpers/called-tools.js';

const calls = [
	{id: 'toolu_1', name: 'weather', input: '{"place":"Lisbon"}'},
	{id: 'toolu_2', name: 'clock'},
];
const view = foldTrace(calledTools(calls));
const result = toolResult({id: 'toolu_2'}, {text: '14:05', isError: false});

test('an answer that stopped for its tools waits for the result of each call', () => {
	assert.deepEqual(openTurn(view)?.calls, [
		{id: 'toolu_1', name: 'weather', input: {place: 'Lisbon'}},
		{id: 'toolu_2', name: 'clock', input: {}},
	]);
});

test('an answer that stopped for another reason waits for nothing', () => {
	assert.equal(openTurn(foldTrace(calledTools(calls, {stop: 'max_tokens'}))), null);
	assert.equal(openTurn(foldTrace([])), null);
});

test('a paused answer waits without calls', () => {
	const paused = openTurn(foldTrace(pausedSearch()));
	assert.deepEqual(paused?.calls, []);
	assert.equal(paused?.exchange.exchange, 1);
});

test('a cleared conversation waits for nothing', () => {
	assert.equal(openTurn(view, {since: 2}), null);
});

test('with an empty prompt, the results alone continue the turn', () => {
	const [, answer, next, ...rest] = nextMessages(view, '', {
		results: [toolResult({id: 'toolu_1'}, {text: 'no such place', isError: true}), result],
	});
	assert.deepEqual(rest, []);
	assert.equal(answer?.role, 'assistant');
	assert.deepEqual(next, {
		role: 'user',
		content: [
			{type: 'tool_result', tool_use_id: 'toolu_1', is_error: true, content: 'no such place'},
			{type: 'tool_result', tool_use_id: 'toolu_2', content: '14:05'},
		],
	});
});

test('a result that is there goes with the next prompt, in the order of the calls', () => {
	const next = nextMessages(view, 'And now?', {results: [result]}).at(-1);
	assert.deepEqual(next?.content, [
		{
			type: 'tool_result',
			tool_use_id: 'toolu_1',
			is_error: true,
			content: 'This tool was not run: another message came first.',
		},
		result,
		{type: 'text', text: 'And now?'},
	]);
});

test('with an empty prompt, a paused answer is the last message', () => {
	const messages = nextMessages(foldTrace(pausedSearch()), '', {results: []});
	assert.deepEqual(messages.at(-1), {
		role: 'assistant',
		content: [{type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {query: 'cats'}}],
	});
});

const continued = () => {
	const trace = new Trace(calledTools(calls));
	const messages = nextMessages(trace.view, '', {results: [result]});
	appendExchange(trace, {messages, answer: 'It is 14:05.'});
	return [...itemsOf(trace.view.exchanges)];
};

test('a request with results alone continues the turn and has no prompt', () => {
	const [first, second] = continued();
	assert.ok(first && second);
	assert.deepEqual([continuesTurn(first), continuesTurn(second)], [false, true]);
	assert.deepEqual([promptOf(first), promptOf(second)], ['How is the weather?', '']);
	assert.deepEqual(
		resultsOf(second).map(({tool_use_id}) => tool_use_id),
		['toolu_1', 'toolu_2'],
	);
	assert.equal(turnStart([first, second], second), first);
	assert.equal(turnStart([first], first), first);
});

test('a turn is as long as its requests', () => {
	const [first, second] = continued();
	assert.ok(first && second);
	assert.deepEqual([[], [first], [first, second], [first, second, first]].map(turnLength), [0, 1, 2, 1]);
});

test('a prompt that follows a paused answer begins a turn of its own', () => {
	const trace = new Trace(pausedSearch());
	appendExchange(trace, {messages: nextMessages(trace.view, 'Never mind'), answer: 'Fine.'});
	const last = [...itemsOf(trace.view.exchanges)].at(-1);
	assert.ok(last);
	assert.equal(continuesTurn(last), false);
	assert.equal(promptOf(last), 'Never mind');
});
