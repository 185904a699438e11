import assert from 'node:assert/strict';
import {test} from 'node:test';
import {switchWord} from '../../source/config/switch-word.js';

test('a switch in a variable is on or off in the usual words, and nothing else', () => {
	assert.deepEqual(['on', 'TRUE', 'yes', '1'].map(switchWord), [true, true, true, true]);
	assert.deepEqual(['off', 'False', 'no', '0'].map(switchWord), [false, false, false, false]);
	assert.deepEqual(['', 'maybe', 'toString'].map(switchWord), ['', 'maybe', 'toString']);
});
