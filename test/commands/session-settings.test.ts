import assert from 'node:assert/strict';
import {test} from 'node:test';
import {settingsOf} from '../../source/commands/session-settings.js';
import {requestBody} from '../../source/messages/request/request-body.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';

const request = (body: unknown): TraceEvent => ({
	type: 'request',
	at: 0,
	exchange: 1,
	attempt: 1,
	method: 'POST',
	url: '',
	body,
});

const settings = [
	{model: 'a', maxTokens: 10},
	{model: 'b', maxTokens: 20, system: 'Be short.', thinking: 2048},
	{model: 'claude-haiku-5-5', maxTokens: 20, thinking: 'off' as const, effort: 'low'},
	{model: 'claude-sonnet-5-5', maxTokens: 20, thinking: 'off' as const},
	{
		model: 'd',
		maxTokens: 20,
		tools: [{name: 'x'}],
		set: [{path: 'thinking', value: {display: 'omitted'}}],
	},
	{model: 'c', maxTokens: 30, thinking: 'adaptive' as const, stopSequences: ['END']},
];

for (const given of settings) {
	test(`the settings of a request are had again from its body: ${JSON.stringify(given)}`, () => {
		const read = settingsOf([request({}), request({...requestBody(given, []).body, stream: true})]);
		assert.deepEqual(JSON.parse(JSON.stringify(read)), given);
	});
}

test('a session without a request changes nothing', () => {
	assert.deepEqual(settingsOf([]), {});
	assert.deepEqual(settingsOf([request(null)]), {});
});
