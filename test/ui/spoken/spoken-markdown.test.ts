import assert from 'node:assert/strict';
import {test} from 'node:test';
import {spokenMarkdown} from '../../../source/ui/spoken/spoken-markdown.js';

const cases: ReadonlyArray<readonly [string, string, string | null]> = [
	['strong text', '**22 times** a day.', '22 times a day.'],
	['strong text that goes on in the next sentence', 'It is **very good.', 'It is very good.'],
	['emphasis', 'It is *so* and _so_.', 'It is so and so.'],
	['code in a line', 'with type `thinking`, a', 'with type thinking, a'],
	['a heading', '## Numbers', 'Numbers'],
	['an item of a list', '  - one', 'one'],
	['an item to be done', '- [ ] write', 'To do: write'],
	['a link', 'see [the page](https://a.example).', 'see the page (https://a.example).'],
	['a quote', '> he said', 'he said'],
	['a row of a table', '| a | b |', 'a, b'],
	['the line below a table’s head', '| --- | :-: |', null],
	['a rule', '---', null],
	['the sign of a list by itself', ' *', null],
	['names and products', 'snake_case is 2 * 3 and a*b', 'snake_case is 2 * 3 and a*b'],
];

for (const [what, piece, spoken] of cases) {
	test(`${what} is read without its signs`, () => {
		assert.deepEqual(spokenMarkdown(piece, false), {text: spoken, isInCode: false});
	});
}

test('code is announced, read as it is, and its end told', () => {
	assert.deepEqual(spokenMarkdown('```ts', false), {text: 'Code in ts.', isInCode: true});
	assert.deepEqual(spokenMarkdown('~~~', false), {text: 'Code.', isInCode: true});
	assert.deepEqual(spokenMarkdown('# a **b**', true), {text: '# a **b**', isInCode: true});
	assert.deepEqual(spokenMarkdown('```', true), {text: 'End of code.', isInCode: false});
});
