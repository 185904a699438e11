import assert from 'node:assert/strict';
import {test} from 'node:test';
import {chosenKeymap} from '../../source/commands/chosen-keymap.js';
import {ConfigError} from '../../source/config/config-error.js';
import {actionOf} from '../../source/ui/screen/keymap.js';

const file = {path: '/c/config.json', isThere: true, fields: {}};

test('the keys of the config file are in force', () => {
	assert.equal(actionOf('w', 'history', chosenKeymap({keys: {toggleZoom: ['w']}}, file)), 'toggleZoom');
});

test('an error names the file, and what was probably meant', () => {
	for (const [keys, message, hint] of [
		[
			{togglezoom: ['w']},
			'/c/config.json: in the field "keys": There is no action "togglezoom".',
			'Did you mean toggleZoom? streamscope config --keys lists the actions.',
		],
		[
			{fly: ['w']},
			'/c/config.json: in the field "keys": There is no action "fly".',
			'streamscope config --keys lists the actions.',
		],
		[
			{historyUp: ['j']},
			'/c/config.json: in the field "keys": The key "j" is used twice in history: for historyUp and for historyDown.',
			'Give historyUp or historyDown another key.',
		],
	] as const) {
		assert.throws(
			() => chosenKeymap({keys}, file),
			(error: unknown) => {
				assert.ok(error instanceof ConfigError);
				assert.deepEqual([error.message, error.hint], [message, hint]);
				return true;
			},
		);
	}
});
