import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ChatSettings} from '../../../source/messages/request/chat-settings.js';
import {settingsRow} from '../../../source/ui/slash/settings-row.js';

const shown = (settings: Partial<ChatSettings>) =>
	settingsRow({model: 'claude-one', maxTokens: 4096, ...settings}, {maxTokens: 4096})
		.map(({text}) => text)
		.join('');

test('shows the model alone if nothing else differs from the usual settings', () => {
	assert.equal(shown({}), 'claude-one');
	assert.equal(shown({system: '', stopSequences: []}), 'claude-one');
});

test('everything that differs', () => {
	assert.equal(
		shown({
			maxTokens: 10,
			thinking: 'adaptive',
			effort: 'low',
			system: 'x',
			stopSequences: ['a', 'b'],
			set: [
				{path: 'speed', value: 'fast'},
				{path: 'tools.0', value: {}},
			],
			betas: ['a', 'b'],
		}),
		'claude-one · max tokens 10 · thinking adaptive · effort low · system · stop 2 · set speed tools.0 · beta 2',
	);
});

test('the name of a model is shown, not obeyed', () => {
	assert.equal(shown({model: 'a\u001B[2Jb'}), 'a␛[2Jb');
});
