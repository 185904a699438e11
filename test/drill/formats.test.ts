import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {DrillResult} from '../../source/drill/drill-result.js';
import {drillJunit} from '../../source/drill/formats/drill-junit.js';
import {drillMatrix} from '../../source/drill/formats/drill-matrix.js';
import {caseRows, summaryRow} from '../../source/drill/formats/drill-rows.js';

const result = (client: string, words = 'called it a success'): DrillResult => ({
	type: 'drill',
	version: 1,
	client,
	seed: 7,
	cases: [
		{
			name: 'whole-answer',
			summary: 'Prints the answer once.',
			level: 'good',
			judgements: [{level: 'good', words: 'finished in 0.5 s'}],
			duration: 512,
			requests: 1,
		},
		{
			name: 'reset',
			summary: 'Keeps the text & says why.',
			level: 'bad',
			judgements: [
				{level: 'bad', words},
				{level: 'good', words: 'kept 9 words'},
			],
			duration: 700,
			requests: 1,
			output: {stdout: 'heron01\n\n<i>\u001b[2J\n', stderr: ''},
		},
	],
});

test('a case that went wrong tells what was wrong, and below it what a good client does', () => {
	const rows = result('c').cases.flatMap(each => caseRows(each, false));
	assert.deepEqual(
		rows.map(row => row.map(({text}) => text).join('')),
		[
			'✓ whole-answer              finished in 0.5 s',
			'✗ reset                     called it a success',
			'  Keeps the text & says why.',
		],
	);
	assert.deepEqual(
		result('c')
			.cases.flatMap(each => caseRows(each, true))
			.slice(3)
			.map(([row]) => row?.text),
		['  out heron01', '  out <i>\u001b[2J'],
	);
	assert.equal(summaryRow(result('c'))[0]?.text, 'c: 1 good · 0 weak · 1 bad, seed 7');
});

test('JUnit gets a failure with what was expected, and nothing of it is markup', () => {
	const xml = drillJunit(result('<client>', 'said "no" & <b>'));
	assert.match(xml, /tests="2" failures="1" time="1\.212"/);
	assert.match(
		xml,
		/<failure message="said &quot;no&quot; &amp; &lt;b&gt;">expected: Keeps the text &amp; says why\.<\/failure>/,
	);
	assert.match(xml, /<system-out>out heron01\nout &lt;i&gt;␛\[2J<\/system-out>/);
	assert.match(xml, /classname="&lt;client&gt;" name="whole-answer" time="0\.512"\/>/);
});

test('the page has a column for each client, says what was not run, and escapes what clients are called', () => {
	const short = {...result('<i>b</i>'), cases: result('b').cases.slice(0, 1)};
	const page = drillMatrix([result('a'), short]);
	assert.equal(page.match(/<tr><th scope="row">/g)?.length, 2);
	assert.match(page, /<th scope="col">&lt;i&gt;b&lt;\/i&gt;<small>✓ 1 · ! 0 · ✗ 0 · seed 7<\/small>/);
	assert.match(page, /<pre>out heron01\nout &lt;i&gt;␛\[2J<\/pre>/);
	assert.match(page, /<span class="bad">called it a success<\/span><br><span class="good">kept 9 words/);
	assert.match(page, /<td>not run<\/td><\/tr>\n<\/tbody>/);
	assert.doesNotMatch(page, /<script/);
});
