import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Trace} from '../../../source/trace/trace.js';
import {createPromptHistory} from '../../../source/ui/prompt/prompt-history.js';
import {appendExchange} from '../../helpers/append-exchange.js';

const ask = (trace: Trace, content: string) => appendExchange(trace, {messages: [{role: 'user', content}]});

test('the prompts of a trace, oldest first, without repeats in a row', () => {
	const trace = new Trace();
	const prompts = createPromptHistory();
	assert.deepEqual(prompts(trace.view), []);
	for (const prompt of ['a', 'a', 'b', 'b', 'a']) {
		ask(trace, prompt);
	}

	assert.deepEqual(prompts(trace.view), ['a', 'b', 'a']);
	ask(trace, 'a');
	ask(trace, 'c');
	assert.deepEqual(prompts(trace.view), ['a', 'b', 'a', 'c']);
});

test('events of an answer give the same list again', () => {
	const trace = new Trace();
	const prompts = createPromptHistory();
	ask(trace, 'a');
	const before = prompts(trace.view);
	trace.append({type: 'body', at: 9, exchange: 1, attempt: 1, data: ''});
	assert.equal(prompts(trace.view), before);
});
