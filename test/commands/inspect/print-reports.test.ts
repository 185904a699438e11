import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {Readable} from 'node:stream';
import {test} from 'node:test';
import {reportFile} from '../../../source/commands/inspect/file-report.js';
import {inspectSettings, type JudgingFlags} from '../../../source/commands/inspect/inspect-settings.js';
import {documentOf, reportStyle, rowsOfReport} from '../../../source/commands/inspect/print-reports.js';
import {verdictRow} from '../../../source/commands/inspect/report-rows.js';
import {UsageError} from '../../../source/commands/usage-error.js';
import {conformanceRules} from '../../../source/messages/conformance/conformance-rules.js';
import {knownPrices} from '../../../source/messages/prices.js';
import {valid} from '../../helpers/sample-bodies.js';
import {casePath} from '../../helpers/stream-cases.js';

const reportOf = (content: string | Uint8Array, own: JudgingFlags = {}, file = 'dir/a,b.sse') =>
	reportFile(
		file,
		{open: () => Readable.from([Buffer.from(content)]), canReopen: true},
		inspectSettings(own, knownPrices),
	);
const verdictOf = async (content: string | Uint8Array, own: JudgingFlags) =>
	verdictRow(await reportOf(content, own, 'a'))
		.map(({text}) => text)
		.join('');
const read = (name: string) => readFileSync(casePath(name), 'utf8');

const warned = read('06b-end-turn-with-tool-only.sse');
const timed = read('55.1-empty-first-delta.ndjson');
const said =
	'#7 block 0 calls a tool, but the stop reason is "end_turn"; expected: a tool call comes with the stop reason tool_use';

test('as lines, a finding has its file, line, severity and rule', async () => {
	assert.equal(
		documentOf([await reportOf(warned)], 'line'),
		`dir/a,b.sse:13: warning: ${said} [tool-use-stop]\n`,
	);
});

test('as annotations of GitHub, what separates their fields is escaped', async () => {
	assert.equal(
		documentOf([await reportOf(warned)], 'github'),
		`::warning file=dir/a%2Cb.sse,line=13,title=tool-use-stop::${said}\n`,
	);
});

test('as SARIF, each result names a rule of the tool and a line', async () => {
	const {version, runs} = JSON.parse(documentOf([await reportOf(warned)], 'sarif'));
	assert.equal(version, '2.1.0');
	const [{tool, results}] = runs;
	assert.deepEqual(
		tool.driver.rules.map((rule: {id: string}) => rule.id),
		['tool-use-stop'],
	);
	assert.deepEqual(results, [
		{
			ruleId: 'tool-use-stop',
			level: 'warning',
			message: {text: said},
			locations: [
				{
					physicalLocation: {artifactLocation: {uri: 'dir/a,b.sse'}, region: {startLine: 13}},
					logicalLocations: [{name: 'exchange 1'}],
				},
			],
		},
	]);
});

test('as JUnit, an exchange with an error fails, and so does one with a warning if warnings count', async () => {
	const reports = [
		await reportOf(warned),
		await reportOf(valid, {}, 'v'),
		await reportOf(valid.replaceAll(/^event: .*\n/gm, ''), {}, '<n>'),
	];
	const xml = documentOf(reports, 'junit');
	assert.deepEqual(xml.match(/<testsuite .*>/g), [
		'<testsuite name="dir/a,b.sse" tests="1" failures="0">',
		'<testsuite name="v" tests="1" failures="0">',
		'<testsuite name="&lt;n&gt;" tests="1" failures="1">',
	]);
	assert.match(
		xml,
		/<failure type="event-name-missing" message="no event: line before the data of type &quot;message_start&quot;/,
	);
	assert.match(
		documentOf([await reportOf(warned, {strict: true})], 'junit'),
		/<failure type="tool-use-stop"/,
	);
});

test('what fails without a finding is said in every format', async () => {
	const failed = await reportOf(read('http529.txt'), {}, 'f');
	assert.equal(
		documentOf([failed], 'line'),
		'f:1: error: failed: overloaded_error; expected: a valid stream [verdict]\n',
	);
	assert.match(documentOf([failed], 'github'), /^::error file=f,title=verdict::failed: overloaded_error/);
	assert.match(documentOf([failed], 'junit'), /failures="1"/);
	assert.equal(JSON.parse(documentOf([failed], 'sarif')).runs[0].results[0].level, 'error');
});

test('outside text is sanitised in every format', async () => {
	const hostile = valid.replace('"end_turn"', '"\\u001b]0;owned\\u0007<&\\u0000"');
	const report = await reportOf(hostile, {}, '\u001B[2J<x>');
	for (const style of ['line', 'github', 'sarif', 'junit', 'csv'] as const) {
		assert.doesNotMatch(documentOf([report], style), /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/, style);
	}
});

test('the table and the CSV have a row for each exchange', async () => {
	const report = await reportOf(timed);
	const table = rowsOfReport(report, 'table', {width: 80, isFirst: true})?.map(row =>
		row.map(({text}) => text).join(''),
	);
	assert.deepEqual(table?.slice(0, 2), [
		'  #  at    model             status  stop      TTFT    total   in  out  bytes  findings',
		'  1  0 ms  claude-haiku-4-5  200     end_turn  4.00 s  4.10 s  21  3    821 B  ✓',
	]);
	assert.equal(
		documentOf([report], 'csv').split('\r\n')[1],
		'"dir/a,b.sse",1,0,claude-haiku-4-5,200,complete,end_turn,,4000,4103,21,3,9,821,0,0,0',
	);
});

test('rules can be left out, or be the only ones', async () => {
	assert.equal(await verdictOf(warned, {rules: '-tool-use-stop'}), '✓ a: valid');
	assert.equal(
		await verdictOf(warned, {rules: 'tool-use-stop, cut-off'}),
		'! a: valid · 1 warning: tool-use-stop',
	);
	assert.equal(await verdictOf(warned, {rules: 'cut-off'}), '✓ a: valid');
	for (const rules of ['cutoff', '-', '', '-cut-off,nothing']) {
		await assert.rejects(() => verdictOf(warned, {rules}), UsageError, rules);
	}

	for (const {name} of conformanceRules) {
		await verdictOf(warned, {rules: `-${name}`});
	}
});

test('a budget that is exceeded fails the exchange, and one that cannot be checked is a warning', async () => {
	assert.equal(await verdictOf(timed, {maxTtft: '4s', maxGap: '100ms', maxReadsPerEvent: '1'}), '✓ a: valid');
	assert.equal(
		await verdictOf(timed, {maxTtft: '3999ms', maxGap: '0.0999', maxReadsPerEvent: '0.9'}),
		'✗ a: not valid · 3 errors: max-ttft, max-gap, max-reads-per-event',
	);
	assert.equal(
		await verdictOf(valid, {maxTtft: '2s', watchdog: ['content 1s']}),
		'! a: valid · 2 warnings: max-ttft, watchdog',
	);
});

test('a watchdog that would have given up fails the exchange, with the event before', async () => {
	assert.equal(await verdictOf(timed, {watchdog: ['content 4s', 'bytes 1m']}), '✓ a: valid');
	const report = await reportOf(timed, {watchdog: ['content 3s']});
	assert.deepEqual(report.exchanges[0]?.findings, [
		{
			rule: 'watchdog',
			severity: 'error',
			event: 6,
			line: 7,
			message: 'a client would have given up at 3.00 s: the next came at 4.00 s',
			expected: 'content at least every 3.00 s',
		},
	]);
});

test('what cannot be asked for says how to ask', () => {
	for (const own of [
		{maxTtft: 'soon'},
		{maxGap: '-1s'},
		{maxReadsPerEvent: '0'},
		{watchdog: ['90s']},
		{watchdog: ['sleep 9s']},
	]) {
		assert.throws(() => inspectSettings(own, knownPrices), UsageError, JSON.stringify(own));
	}

	assert.throws(() => reportStyle({format: 'xml'}), /There is no format "xml"/);
	assert.throws(() => reportStyle({json: true, csv: true}), /json and csv cannot be combined/);
	assert.equal(reportStyle({json: true, format: 'json'}), 'json');
	assert.equal(reportStyle({quiet: true}), 'verdicts');
});

test('the table of a file in which nothing was judged is its verdict alone', async () => {
	const report = await reportOf('Dear diary');
	assert.deepEqual(rowsOfReport(report, 'table', {width: 80, isFirst: true}), [verdictRow(report)]);
});
