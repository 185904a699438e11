import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nextMessages} from '../../source/analysis/conversation.js';
import {Trace} from '../../source/trace/trace.js';
import {appendExchange} from '../helpers/append-exchange.js';

const user = (content: string) => ({role: 'user', content});
const assistant = (text: string) => ({role: 'assistant', content: [{type: 'text', text}]});

/** Two turns: A, answered with a; B, answered with b. */
const twoTurns = () => {
	const trace = new Trace();
	appendExchange(trace, {messages: [user('A')], answer: 'a'});
	appendExchange(trace, {messages: [user('A'), assistant('a'), user('B')], answer: 'b'});
	return trace;
};

test('a prompt follows the whole conversation', () => {
	assert.deepEqual(nextMessages(twoTurns().view, 'C'), [
		user('A'),
		assistant('a'),
		user('B'),
		assistant('b'),
		user('C'),
	]);
});

test('a prompt that replaces the last turn follows the turn before it', () => {
	assert.deepEqual(nextMessages(twoTurns().view, 'B2', {before: 2}), [user('A'), assistant('a'), user('B2')]);
	const first = new Trace();
	appendExchange(first, {messages: [user('A')], answer: 'a'});
	assert.deepEqual(nextMessages(first.view, 'A2', {before: 1}), [user('A2')]);
});

test('after a clearing no earlier turn is sent', () => {
	const trace = twoTurns();
	assert.deepEqual(nextMessages(trace.view, 'C', {since: 3}), [user('C')]);
	appendExchange(trace, {messages: [user('C')], answer: 'c'});
	assert.deepEqual(nextMessages(trace.view, 'D', {since: 3}), [user('C'), assistant('c'), user('D')]);
});

test('only the second answer of a retried turn is sent', () => {
	const trace = twoTurns();
	appendExchange(trace, {messages: [user('A'), assistant('a'), user('B')], answer: 'other b'});
	assert.deepEqual(nextMessages(trace.view, 'C'), [
		user('A'),
		assistant('a'),
		user('B'),
		assistant('other b'),
		user('C'),
	]);
	assert.deepEqual(nextMessages(trace.view, 'B', {before: 3}), [user('A'), assistant('a'), user('B')]);
});

test('after a failed retry, the replaced turn is left out too', () => {
	const trace = twoTurns();
	const messages = [user('A'), assistant('a'), user('B')];
	appendExchange(trace, {messages, outcome: 'failed'});
	assert.deepEqual(nextMessages(trace.view, 'C'), [user('A'), assistant('a'), user('C')]);
	assert.deepEqual(nextMessages(trace.view, 'B', {before: 3}), messages);
});

test('a turn that failed, or was stopped before any content, is not sent', () => {
	const trace = twoTurns();
	const messages = [user('A'), assistant('a'), user('B'), assistant('b'), user('C')];
	appendExchange(trace, {messages, outcome: 'failed'});
	appendExchange(trace, {messages: [...messages.slice(0, -1), user('D')], outcome: 'aborted'});
	assert.deepEqual(nextMessages(trace.view, 'E'), [...messages.slice(0, -1), user('E')]);
});

test('the partial answer of a stopped turn is sent', () => {
	const trace = new Trace();
	appendExchange(trace, {messages: [user('A')], answer: 'half an', outcome: 'aborted'});
	assert.deepEqual(nextMessages(trace.view, 'B'), [user('A'), assistant('half an'), user('B')]);
});
