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
