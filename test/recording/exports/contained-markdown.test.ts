import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {containedMarkdown} from '../../../source/recording/exports/contained-markdown.js';
import {lexBlocks} from '../../../source/text/markdown/lex-blocks.js';

const cases: ReadonlyArray<readonly [about: string, text: string, contained: string]> = [
	['an open fence is closed', 'a\n```js\nx', 'a\n```js\nx\n```'],
	['one of tildes, and a longer one, by its own kind', '~~~~\n~~~\n```', '~~~~\n~~~\n```\n~~~~'],
	['a closed fence stays', '```\n# x\n```\nb', '```\n# x\n```\nb'],
	['a fence is not closed by one with words behind it', '```\n```js', '```\n```js\n```'],
	['inline code is no fence', '```a``` b', '```a``` b'],
	[
		'headings of the first two levels are escaped',
		'# You\n\n ## Claude\n### deeper\n#hash',
		'\\# You\n\n \\## Claude\n### deeper\n#hash',
	],
	['and those that are underlined', 'Claude\n===\n\nYou\n---\n\n---', 'Claude\n\\===\n\nYou\n\\---\n\n---'],
	['an escaped underline is text that the next line underlines', '===\n---\n---', '===\n\\---\n\\---'],
	['nothing else changes', '- a\n- b\n\n| a |\n|---|\n| 1 |', '- a\n- b\n\n| a |\n|---|\n| 1 |'],
];

for (const [about, text, contained] of cases) {
	test(about, () => {
		assert.equal(containedMarkdown(text), contained);
	});
}

test('whatever an answer is, the heading of the next turn is a heading, and none before it is of its level', () => {
	const line = fc.constantFrom(
		'```',
		'~~~',
		'# a',
		'## b',
		'c',
		'===',
		'---',
		'',
		'> ```',
		'    ## d',
		'````js',
		'- ```',
	);
	fc.assert(
		fc.property(fc.array(line, {maxLength: 12}), lines => {
			const blocks = lexBlocks(`${containedMarkdown(lines.join('\n'))}\n\n## You\n\nnext`).map(
				({token}) => token,
			);
			const headings = blocks.filter(token => token.type === 'heading' && token.depth <= 2);
			assert.deepEqual(
				headings.map(({raw}) => raw.trim()),
				['## You'],
			);
		}),
		{numRuns: 2000},
	);
});
