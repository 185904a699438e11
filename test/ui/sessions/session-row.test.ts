import assert from 'node:assert/strict';
import {test} from 'node:test';
import {rowWidth} from '../../../source/text/segment.js';
import type {SessionItem} from '../../../source/ui/sessions/session-list.js';
import {sessionRows} from '../../../source/ui/sessions/session-row.js';

const now = 1_000_000_000;
const sessions: readonly SessionItem[] = [
	{
		id: 'a',
		title: 'Orchids',
		firstPrompt: 'Write a sonnet',
		changedAt: now - 120_000,
		model: 'claude-haiku-4-5',
		turns: 12,
		inputTokens: 1234,
		outputTokens: 5,
		isFinal: true,
		cost: 0.0123,
		isOpen: true,
	},
	{
		id: 'b',
		title: null,
		firstPrompt: '\u001B[31mWhales of all the seven seas and of the lakes',
		changedAt: now - 86_400_000,
		model: null,
		turns: 1,
		inputTokens: 7,
		outputTokens: 70,
		isFinal: false,
		cost: null,
		isOpen: false,
	},
];

const texts = (width: number) =>
	sessionRows(sessions, now, width).map(row => row.map(({text}) => text).join(''));

test('title or first prompt, age, turns, tokens, cost and model stand in straight columns', () => {
	assert.deepEqual(texts(80), [
		'  session                      age  turns     in  out     cost  model           ',
		'● Orchids                    2 min     12  1,234    5  $0.0123  claude-haiku-4-5',
		'  ␛[31mWhales of all the s…  1 day      1      7  ~70        –                  ',
	]);
});

test('without room, columns are left out, the last ones first', () => {
	assert.deepEqual(texts(40), [
		'  session                     age  turns',
		'● Orchids                   2 min     12',
		'  ␛[31mWhales of all the …  1 day      1',
	]);
});

test('no row is wider than it may be', () => {
	for (const width of [30, 40, 57, 80, 200]) {
		for (const row of sessionRows(sessions, now, width)) {
			assert.equal(rowWidth(row), width);
		}
	}
});
