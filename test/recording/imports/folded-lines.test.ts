import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cutText} from '../../../source/text/cut-text.js';
import {inspected, rulesOf, verdictOf} from '../../helpers/judged-capture.js';
import {valid} from '../../helpers/sample-bodies.js';

const fold = (text: string, width: number) =>
	text.replaceAll(new RegExp(`[^\\n]{${width}}(?!\\n)`, 'g'), '$&\n');

for (const width of [40, 57, 80, 96]) {
	test(`lines that were folded at column ${width} are joined, and are not the stream's fault`, async () => {
		const report = await inspected(fold(valid, width));
		assert.deepEqual([verdictOf(report), rulesOf(report)], ['valid', []]);
		assert.deepEqual(report.notes, [`Taken off each line: line breaks at column ${width}.`]);
	});
}

test('folded lines that end in CRLF are joined as well', async () => {
	const report = await inspected(fold(valid, 80).replaceAll('\n', '\r\n'));
	assert.deepEqual([verdictOf(report), rulesOf(report)], ['valid', []]);
});

test('a terminal counts a character of two columns as two, and does not split it', async () => {
	const wide = valid.replace('"text":"', `"text":"${'流れる文字'.repeat(30)}`);
	const folded = wide
		.split('\n')
		.map(line => cutText(line, 80).join('\n'))
		.join('\n');
	assert.notEqual(folded, wide);
	const report = await inspected(folded);
	assert.deepEqual([verdictOf(report), rulesOf(report)], ['valid', []]);
});

test('a server that breaks lines inside its data is still at fault', async () => {
	const pretty = valid.replaceAll(/\{"type/g, '{\n  "type').replaceAll(',"', ',\n  "');
	assert.equal(verdictOf(await inspected(pretty)), 'not valid');
});

test('a single stray line behind the longest line is still a finding', async () => {
	const lines = valid.split('\n');
	const longest = Math.max(...lines.map(({length}) => length));
	const index = lines.findIndex(({length}) => length === longest);
	const report = await inspected(lines.toSpliced(index + 1, 0, 'oops').join('\n'));
	assert.deepEqual(rulesOf(report), ['stray-line']);
});
