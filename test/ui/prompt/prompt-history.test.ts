import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Trace} from '../../../source/trace/trace.js';
import {createPromptHistory} from '../../../source/ui/prompt/prompt-history.js';
import {appendExchange} from '../../helpers/append-exchange.js';

const ask = (trace: Trace, content: string) => appendExchange(trace, {messages: [{role: 'user', content}]});

test('the prompts of a trace, oldest first, without repeats in a row', () => {
	const trace = new Trace();
	const {of: prompts} = createPromptHistory();
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
	const {of: prompts} = createPromptHistory();
	ask(trace, 'a');
	const before = prompts(trace.view);
	trace.append({type: 'body', at: 9, exchange: 1, attempt: 1, data: ''});
	assert.equal(prompts(trace.view), before);
});

test('prompts of other sessions come before those of this one, and a resumed session is not there twice', () => {
	const trace = new Trace();
	ask(trace, 'a');
	ask(trace, 'b');
	const {of: prompts} = createPromptHistory(['x', 'x', 'a', 'a draft', 'b', 'y']);
	assert.deepEqual(prompts(trace.view), ['x', 'a draft', 'y', 'a', 'b']);
	ask(trace, 'x');
	assert.deepEqual(prompts(trace.view), ['x', 'a draft', 'y', 'a', 'b', 'x']);
});

test('a dropped draft is the newest, and stays where it is when something is sent after it', () => {
	const trace = new Trace();
	const {of: prompts, addDraft} = createPromptHistory(['x']);
	addDraft('draft');
	assert.deepEqual(prompts(trace.view), ['x', 'draft']);
	ask(trace, 'a');
	assert.deepEqual(prompts(trace.view), ['x', 'draft', 'a']);
	addDraft('a');
	assert.deepEqual(prompts(trace.view), ['x', 'draft', 'a']);
});
