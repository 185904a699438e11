import assert from 'node:assert/strict';
import {test} from 'node:test';
import {actionOf} from '../../../source/ui/screen/keymap.js';

test('space plays and pauses in every pane, and types in the prompt and the help', () => {
	for (const pane of ['history', 'events', 'inspector'] as const) {
		assert.equal(actionOf('space', pane), 'playPause');
	}

	assert.equal(actionOf('space', 'prompt'), null);
	assert.equal(actionOf('space', 'help'), null);
});
