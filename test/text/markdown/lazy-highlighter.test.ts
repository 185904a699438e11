import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lazyHighlighter} from '../../../source/text/markdown/lazy-highlighter.js';
import type {Highlight} from '../../../source/text/markdown/markdown-view.js';

const shout: Highlight = code => [{text: code, scope: 'keyword'}];

test('the highlighter is loaded once, when code needs it, and the caller is told', async () => {
	let loads = 0;
	const {promise, resolve} = Promise.withResolvers<void>();
	const lazy = lazyHighlighter(async () => {
		loads++;
		return shout;
	}, resolve);
	assert.equal(loads, 0);
	assert.equal(lazy.highlight('if', 'ts'), null);
	assert.equal(lazy.highlight('if', 'ts'), null);
	assert.equal(lazy.isLoaded, false);
	await promise;
	assert.equal(lazy.isLoaded, true);
	assert.deepEqual(lazy.highlight('if', 'ts'), [{text: 'if', scope: 'keyword'}]);
	assert.equal(loads, 1);
});

test('code keeps one style if the highlighter cannot be loaded', async () => {
	const lazy = lazyHighlighter(
		() => Promise.reject(new Error('damaged')),
		() => assert.fail('it was not loaded'),
	);
	assert.equal(lazy.highlight('if', 'ts'), null);
	await new Promise(setImmediate);
	assert.equal(lazy.highlight('if', 'ts'), null);
});
