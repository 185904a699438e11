import assert from 'node:assert/strict';
import {test} from 'node:test';
import {renderMarkdown} from '../../../source/text/markdown/render-markdown.js';
import {plainView, taggedView} from './plain-style.js';

const shown = (text: string, width = 40) => renderMarkdown(text, plainView(width)).map(line => line.text);

test('columns are as wide as their text and aligned as asked', () => {
	assert.deepEqual(shown('| Name | n | mid |\n|:-----|--:|:---:|\n| a | 10 | x |\n| longer | 5 | yy |\n'), [
		'Name   │  n │ mid',
		'───────┼────┼────',
		'a      │ 10 │  x ',
		'longer │  5 │ yy ',
	]);
});

test('columns stay aligned with wide characters and styles', () => {
	assert.deepEqual(shown('| a | b |\n|---|---|\n| 漢字 | `x` |\n| 👩‍👩‍👧 | e\u0301 |\n'), [
		'a    │ b',
		'─────┼──',
		'漢字 │ x',
		'👩‍👩‍👧   │ e\u0301',
	]);
	const [header, , row] = renderMarkdown('| a |\n|---|\n| **b** |\n', taggedView(20)).map(line => line.text);
	assert.equal(header, '<th>a</th>');
	assert.equal(row, '<strong>b</strong>');
});

test('a table that is too wide wraps its cells and rules its rows', () => {
	assert.deepEqual(shown('| key | value |\n|---|---|\n| a | one two three four |\n| b | five |\n', 18), [
		'key │ value       ',
		'────┼─────────────',
		'a   │ one two     ',
		'    │ three four  ',
		'────┼─────────────',
		'b   │ five        ',
	]);
});

test('rows become cards if there is no room for columns', () => {
	assert.deepEqual(
		shown('| key | value | note |\n|---|---|---|\n| alpha | one two | x |\n| b | | y |\n', 12),
		['key: alpha', 'value: one', 'two', 'note: x', '────────────', 'key: b', 'note: y'],
	);
	assert.deepEqual(shown('| heading | heading | heading |\n|---|---|---|\n', 12), [
		'heading',
		'heading',
		'heading',
	]);
});

test('rows become cards rather than break their words, except addresses and words as long', () => {
	const table =
		'| setting | description |\n|---|---|\n| [docs](https://a.example/long/path) | descriptions wrap |\n';
	assert.deepEqual(shown(table, 30), [
		'setting       │ description   ',
		'──────────────┼───────────────',
		'docs          │ descriptions  ',
		'(https://a.ex │ wrap          ',
		'ample/long/pa │               ',
		'th)           │               ',
	]);
	assert.deepEqual(shown(table, 20), [
		'setting: docs',
		'  (https://a.example',
		'  /long/path)',
		'description:',
		'  descriptions wrap',
	]);
});

test('a row with too few cells is padded', () => {
	assert.deepEqual(shown('| a | b |\n|---|---|\n| c |\n'), ['a │ b', '──┼──', 'c │  ']);
});

test('a pipe inside backticks does not split a cell, and `<br>` breaks a line', () => {
	assert.deepEqual(
		shown('| Type | Meaning |\n|---|---|\n| `string | null` | a\\|b |\n| `x | one<br>two |\n'),
		[
			'Type          │ Meaning',
			'──────────────┼────────',
			'string | null │ a|b    ',
			'──────────────┼────────',
			'`x            │ one    ',
			'              │ two    ',
		],
	);
});

test('cells beyond the header are kept', () => {
	assert.deepEqual(shown('| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |\n'), [
		'a │ b │  ',
		'──┼───┼──',
		'1 │ 2 │ 3',
		'4 │   │  ',
	]);
	assert.deepEqual(shown('| key | value |\n|---|---|\n| a | long text | surplus |\n', 14), [
		'key: a',
		'value: long',
		'  text',
		'surplus',
	]);
});

test('a row of very many cells does not slow a table down', () => {
	const rows = Array.from({length: 2000}, () => '| a | b |');
	const table = ['| a | b |', '|---|---|', `|${' x |'.repeat(20_000)}`, ...rows].join('\n');
	assert.equal(shown(table, 40).length, 20_000 + 2000 * 3);
});
