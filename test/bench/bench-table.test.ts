import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type BenchRow, besideBefore, verdictOf} from '../../bench/bench-row.js';
import {formatBenchTable, formatFigure} from '../../bench/bench-table.js';

test('a figure is judged by its target and its hope, both included', () => {
	const judge = (value: number) => verdictOf({measured: 'm', unit: 'ms', value, target: 30, hope: 20});
	assert.equal(judge(20), 'hope reached');
	assert.equal(judge(20.1), 'target reached');
	assert.equal(judge(30), 'target reached');
	assert.equal(judge(30.1), 'missed');
	assert.equal(judge(Number.NaN), 'not measured');
	assert.equal(verdictOf({measured: 'm', unit: 'ms', value: 7}), '');
});

test('figures have three digits, and separators from a thousand on', () => {
	assert.deepEqual([0, 0.416, 9.999, 17.34, 99.96, 250.4, 20_000.4, Number.NaN].map(formatFigure), [
		'0',
		'0.42',
		'10.0',
		'17.3',
		'100',
		'250',
		'20,000',
		'–',
	]);
});

test('the table is Markdown whose columns line up', () => {
	const table = formatBenchTable([
		{measured: 'latency', unit: 'ms', floor: 0.7, value: 21.34, target: 30, hope: 20},
		{measured: 'CPU of it', unit: '×', value: 1234, target: 5, hope: 3},
		{measured: 'plain', unit: 'MB', value: Number.NaN},
	]);
	assert.equal(
		table,
		[
			'| measured  | floor | program | unit | target | hope | verdict        |',
			'| --------- | ----: | ------: | ---- | -----: | ---: | -------------- |',
			'| latency   |  0.70 |    21.3 | ms   | ≤ 30.0 | 20.0 | target reached |',
			'| CPU of it |       |   1,234 | ×    | ≤ 5.00 | 3.00 | missed         |',
			'| plain     |       |       – | MB   |        |      | not measured   |',
		].join('\n'),
	);
});

test('an older build has a column of its own, where one was measured', () => {
	const rows: readonly BenchRow[] = [{measured: 'latency', unit: 'ms', value: 9, target: 30, hope: 20}];
	assert.equal(besideBefore(rows, null)[0]?.before, undefined);
	assert.equal(
		formatBenchTable(besideBefore(rows, [{measured: 'latency', unit: 'ms', value: 12.5}])),
		[
			'| measured | floor | before | program | unit | target | hope | verdict      |',
			'| -------- | ----: | -----: | ------: | ---- | -----: | ---: | ------------ |',
			'| latency  |       |   12.5 |    9.00 | ms   | ≤ 30.0 | 20.0 | hope reached |',
		].join('\n'),
	);
});
