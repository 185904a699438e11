import type {TraceEvent} from '../../source/trace/trace-event.js';
import {blockStart, blockStop, message, text} from '../messages/conformance/sample-stream.js';
import {complete, tracedStream} from './traced-stream.js';

/** Turns of one conversation: each a prompt and its answer. Turn n is exchange n. */
export const askedTurns = (
	turns: ReadonlyArray<readonly [prompt: string, answer: string]>,
): readonly TraceEvent[] =>
	turns.flatMap(([prompt, answer], index) => {
		const exchange = index + 1;
		const before = turns.slice(0, index).flatMap(([question, reply]) => [
			{role: 'user', content: question},
			{role: 'assistant', content: [{type: 'text', text: reply}]},
		]);
		const body = {stream: true, messages: [...before, {role: 'user', content: prompt}]};
		return [
			...tracedStream(message(blockStart(0), text(0, answer), blockStop(0)), {body, exchange}),
			complete(300, exchange),
		];
	});
