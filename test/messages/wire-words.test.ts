import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {wireWords} from '../../source/messages/wire-words.js';

test('every field and value that the SDK knows is a wire word', () => {
	for (const file of ['messages/messages', 'beta/messages/messages', 'shared']) {
		const url = new URL(`../../node_modules/@anthropic-ai/sdk/resources/${file}.d.ts`, import.meta.url);
		const types = readFileSync(url, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
		const named = [...types.matchAll(/^\s+([a-z_0-9]+)\??: |'([a-z_0-9]+)'/gm)].map(
			([, field, value]) => field ?? value,
		);
		assert.deepEqual(
			[...new Set(named)].filter(word => !wireWords.has(word ?? '')),
			[],
		);
	}
});
