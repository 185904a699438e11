import {nextMessages} from '../../source/analysis/conversation.js';
import {toolResult} from '../../source/messages/tools/tool-call.js';
import {Trace} from '../../source/trace/trace.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import type {JsonObject} from '../../source/wire/json.js';
import {
	blockStart,
	blockStop,
	json,
	messageDelta,
	messageStart,
	messageStop,
} from '../messages/conformance/sample-stream.js';
import {appendExchange} from './append-exchange.js';
import {complete, tracedStream} from './traced-stream.js';

export type Called = {readonly id: string; readonly name: string; readonly input?: string};

const question: readonly JsonObject[] = [{role: 'user', content: 'How is the weather?'}];

/** An exchange whose answer calls tools and waits for their results. */
export const calledTools = (
	calls: readonly Called[],
	{exchange = 1, messages = question, stop = 'tool_use'} = {},
): readonly TraceEvent[] => [
	...tracedStream(
		[
			messageStart(),
			...calls.flatMap(({id, name, input = '{}'}, index) => [
				blockStart(index, {type: 'tool_use', id, name, input: {}}),
				json(index, input),
				blockStop(index),
			]),
			messageDelta(stop),
			messageStop,
		],
		{exchange, body: {model: 'm', max_tokens: 10, stream: true, messages}},
	),
	complete(900, exchange),
];

/** An exchange whose answer the server paused while its own tool ran. */
export const pausedSearch = (exchange = 1): readonly TraceEvent[] => [
	...tracedStream(
		[
			messageStart(),
			blockStart(0, {type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {}}),
			json(0, '{"query":"cats"}'),
			blockStop(0),
			messageDelta('pause_turn'),
			messageStop,
		],
		{exchange, body: {model: 'm', max_tokens: 10, stream: true, messages: question}},
	),
	complete(900, exchange),
];

/** A turn of two requests: the calls, then their results and the answer from them. */
export const continuedTurn = (): readonly TraceEvent[] => {
	const trace = new Trace(
		calledTools([
			{id: 'toolu_1', name: 'weather', input: '{"place":"Lisbon"}'},
			{id: 'toolu_2', name: 'clock'},
		]),
	);
	const results = [
		toolResult({id: 'toolu_1'}, {text: 'It is sunny.', isError: false}),
		toolResult({id: 'toolu_2'}, {text: 'no clock', isError: true}),
	];
	appendExchange(trace, {messages: nextMessages(trace.view, '', {results}), answer: 'Sunny, at some hour.'});
	return trace.events;
};
