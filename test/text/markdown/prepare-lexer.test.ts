import assert from 'node:assert/strict';
import {test} from 'node:test';
import {BoundedLexer} from '../../../source/text/markdown/bounded-lexer.js';
import {lexBlocks} from '../../../source/text/markdown/lex-blocks.js';
import {prepareLexer} from '../../../source/text/markdown/prepare-lexer.js';

const text =
	'Some *words* and `code` — a [link](https://example.com).\n\n- one\n- two\n\n| a |\n| - |\n| 1 |\n';

test('every rule of the lexer is prepared for both kinds of strings', () => {
	const rules = new BoundedLexer().rules();
	assert.ok(rules.length > 50, `${rules.length} rules`);
	assert.deepEqual([...prepareLexer()], [...rules, ...rules]);
});

test('a text that is read between two steps is read as ever', () => {
	const rules = new BoundedLexer().rules();
	const before = lexBlocks(text);
	const indexes = rules.map(({lastIndex}) => lastIndex);
	for (const _ of prepareLexer()) {
		assert.deepEqual(
			rules.map(({lastIndex}) => lastIndex),
			indexes,
		);
		assert.deepEqual(lexBlocks(text), before);
	}
});
