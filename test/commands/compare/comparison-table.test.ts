import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {ComparisonRun, ComparisonSide} from '../../../source/commands/compare/comparison.js';
import {comparisonCsv} from '../../../source/commands/compare/comparison-csv.js';
import {comparisonRows} from '../../../source/commands/compare/comparison-rows.js';
import {advantages, summariseComparison} from '../../../source/commands/compare/comparison-summary.js';
import {plain} from '../../text/drawings/drawn.js';

const run = (fields: Partial<ComparisonRun>, ttft: number, total: number): ComparisonRun => ({
	model: 'm',
	mode: 'streaming',
	run: 1,
	outcome: 'complete',
	error: null,
	clocks: {headers: 50, firstEvent: 60, ttft, thinking: null, firstText: ttft, lastContent: total, total},
	inputTokens: 9,
	outputTokens: 100,
	tokensPerSecond: 50,
	...fields,
});

const streaming = {model: 'm', mode: 'streaming'} as const;
const whole = {model: 'm', mode: 'whole'} as const;
const runs = [
	run({}, 400, 2000),
	run({...whole, tokensPerSecond: null}, 2000, 2000),
	run({run: 2}, 600, 3000),
	run({...whole, run: 2, tokensPerSecond: null}, 3000, 3000),
];

test('a summary has the median and the range of the runs that were completed', () => {
	const failed = run({run: 3, outcome: 'failed'}, 1, 1);
	assert.deepEqual(summariseComparison([streaming], [...runs, failed]), [
		{
			...streaming,
			runs: 3,
			failed: 1,
			ttft: {median: 500, least: 400, most: 600},
			total: {median: 2500, least: 2000, most: 3000},
			outputTokens: {median: 100, least: 100, most: 100},
			tokensPerSecond: {median: 50, least: 50, most: 50},
		},
	]);
});

test('says how much sooner the first words came', () => {
	assert.deepEqual(advantages(summariseComparison([streaming, whole], runs)), [
		{model: 'm', firstWords: 5, total: 1},
	]);
	assert.deepEqual(advantages(summariseComparison([streaming], runs)), []);
	assert.deepEqual(advantages(summariseComparison([streaming, whole], [])), []);
});

test('the table, the bars and the sentence', () => {
	assert.deepEqual(plain(comparisonRows(summariseComparison([streaming, whole], runs), 60)), [
		'asked             runs  TTFT                       total                      output tokens  tokens/s',
		'm, streaming      2     500 ms (400 ms to 600 ms)  2.50 s (2.00 s to 3.00 s)  100            50.0',
		'm, not streaming  2     2.50 s (2.00 s to 3.00 s)  2.50 s (2.00 s to 3.00 s)  100            –',
		'',
		'Time to the first words, and to the whole answer',
		'streaming: first      500 ms  ██████',
		'streaming: all        2.50 s  ██████████████████████████████',
		'not streaming: first  2.50 s  ██████████████████████████████',
		'not streaming: all    2.50 s  ██████████████████████████████',
		'',
		'Streaming showed its first words 5.0 times as soon; the whole answer took as long.',
	]);
});

test('one model leaves room for bars in a narrow terminal, several are told apart', () => {
	const bars = (sides: readonly ComparisonSide[]) =>
		plain(comparisonRows(summariseComparison(sides, runs), 40)).filter(row => row.includes(': first'));
	assert.deepEqual(bars([streaming, whole]), [
		'streaming: first      500 ms  ██',
		'not streaming: first  2.50 s  ██████████',
	]);
	assert.deepEqual(
		bars([streaming, {...streaming, model: 'n'}]).map(row => row.split(':')[0]),
		['m, streaming', 'n, streaming'],
	);
});

/** Reads CSV as RFC 4180 has it. */
function parseCsv(csv: string): readonly (readonly string[])[] {
	const rows: string[][] = [];
	for (const match of csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)) {
		const [, cell = '', end] = match;
		const row = rows.at(-1);
		const value = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
		if (row === undefined || match.index === 0) {
			rows.push([value]);
		} else {
			row.push(value);
		}

		if (end === '\r\n') {
			rows.push([]);
		}
	}

	return rows.slice(0, -1);
}

test('CSV has a line for each run, whatever the model is called', () => {
	fc.assert(
		fc.property(fc.array(fc.string({unit: 'binary', minLength: 1})), models => {
			const rows = parseCsv(comparisonCsv(models.map(model => run({model}, 400, 2000))));
			assert.deepEqual(rows[0], [
				'model',
				'mode',
				'run',
				'outcome',
				'error',
				'headers_ms',
				'first_event_ms',
				'ttft_ms',
				'first_text_ms',
				'last_content_ms',
				'total_ms',
				'input_tokens',
				'output_tokens',
				'tokens_per_second',
			]);
			assert.deepEqual(
				rows.slice(1),
				models.map(model => [
					/^[=+\-@\t\r]/.test(model) ? `'${model}` : model,
					...['streaming', '1', 'complete', '', '50', '60', '400', '400', '2000', '2000', '9', '100', '50'],
				]),
			);
		}),
	);
});

test('a spreadsheet does not calculate what a model is called', () => {
	const cells = ['=1+1', '+1', '-1', '@SUM(A1)', 'a=b'].map(model => {
		const [, line = ''] = comparisonCsv([run({model}, 400, 2000)]).split('\r\n');
		return line.slice(0, line.indexOf(',streaming'));
	});
	assert.deepEqual(cells, [`"'=1+1"`, `"'+1"`, `"'-1"`, `"'@SUM(A1)"`, 'a=b']);
});
