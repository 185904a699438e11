import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {test} from 'node:test';
import {keymap} from '../../../source/ui/screen/keymap.js';

test('the keys of every context of the key map are tried in a file of their own', () => {
	const tried = readdirSync(new URL('.', import.meta.url))
		.map(name => /^(\w+)-keys\.test\.ts$/.exec(name)?.[1])
		.filter(name => name !== undefined && name !== 'changed');
	const contexts = new Set(keymap.map(({context}) => context as string));
	assert.deepEqual(tried.sort(), [...contexts].sort());
});
