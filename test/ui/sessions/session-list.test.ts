import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type SessionItem, searchSessions} from '../../../source/ui/sessions/session-list.js';

const session = (id: string, more: Partial<SessionItem>): SessionItem => ({
	id,
	title: null,
	firstPrompt: '',
	changedAt: 0,
	model: null,
	turns: 1,
	inputTokens: 1,
	outputTokens: 1,
	isFinal: true,
	cost: null,
	isOpen: false,
	...more,
});

const sessions = [
	session('2026-11-22-1512-3fa9', {title: 'Orchids', firstPrompt: 'Write a sonnet', model: 'claude-one'}),
	session('2026-11-21-0900-0001', {firstPrompt: 'Tell me of WHALES', model: 'claude-two'}),
];

const found = (query: string) => searchSessions(sessions, query).map(({id}) => id.slice(-4));

test('sessions are found by words of the title, the first prompt, the model and the id, in any order and case', () => {
	assert.deepEqual(found(''), ['3fa9', '0001']);
	assert.deepEqual(found('sonnet orchids'), ['3fa9']);
	assert.deepEqual(found('whales'), ['0001']);
	assert.deepEqual(found('  TWO  whale '), ['0001']);
	assert.deepEqual(found('3fa9'), ['3fa9']);
	assert.deepEqual(found('orchids whales'), []);
});

test('sessions are also found by their texts, after those found by name', () => {
	const texts = new Map([['2026-11-22-1512-3fa9', 'a sonnet\nwhales sing of orchids']]);
	const ids = (query: string) => searchSessions(sessions, query, texts).map(({id}) => id.slice(-4));
	assert.deepEqual(ids('whales'), ['0001', '3fa9']);
	assert.deepEqual(ids('sing claude-one'), ['3fa9']);
	assert.deepEqual(ids('sing claude-two'), []);
});
