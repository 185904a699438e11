import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {inspected, rulesOf, verdictOf} from '../../helpers/judged-capture.js';

type Expected = {
	readonly file: string;
	readonly format: string;
	readonly verdict?: string;
	readonly rules?: readonly string[];
	readonly events?: readonly number[];
	readonly layers?: readonly string[];
	readonly pacing?: 'recorded';
	readonly unjudged?: readonly string[];
	readonly said?: RegExp;
};

const captures: readonly Expected[] = [
	{
		file: 'gzip-decoded-as-text.bin',
		format: 'unknown',
		verdict: 'not judged',
		said: /^This is gzip decoded as text/,
	},
	{file: 'powershell-utf16.sse', format: 'sse', events: [9], layers: ['UTF-16']},
	{file: 'fiddler-bom.har', format: 'har', events: [9]},
	{
		file: 'curl-compressed-trace.txt',
		format: 'curl-trace',
		events: [16],
		rules: ['one-read'],
		pacing: 'recorded',
	},
	{
		file: 'no-content.har',
		format: 'har',
		verdict: 'not judged',
		unjudged: ['saved without its body'],
		said: /^There is nothing to judge: saved without its body\.$/,
	},
	{file: 'preflight.har', format: 'har', events: [9], unjudged: ['a CORS preflight']},
	{file: 'curl-trace-on-stdout.txt', format: 'curl-trace', events: [16], pacing: 'recorded'},
	{file: 'curl-verbose.txt', format: 'curl-verbose', events: [16], said: /^curl's own lines were taken off/},
	{
		file: 'claude-code.ndjson',
		format: 'claude-code',
		events: [8],
		said: /^Claude Code measured TTFT 812 ms, total 1903 ms\./,
	},
	{file: 'python-print.txt', format: 'python-print', events: [8]},
	{file: 'bedrock-chunks.ndjson', format: 'bedrock', events: [8]},
	{file: 'claude-trace.jsonl', format: 'exchange-log', events: [9, 9]},
	{file: 'raw-socket-chunked.txt', format: 'http', events: [9], said: /^Taken off the body: chunk frames\.$/},
];

for (const {
	file,
	format,
	verdict = 'valid',
	rules = [],
	events = [],
	layers = [],
	pacing,
	unjudged = [],
	said = /^/,
} of captures) {
	test(`${file} is recognised, and no finding is about the capture`, async () => {
		const report = await inspected(readFileSync(new URL(`../../fixtures/captures/${file}`, import.meta.url)));
		assert.deepEqual(
			{
				format: report.format,
				verdict: verdictOf(report),
				rules: rulesOf(report),
				events: report.exchanges.map(exchange => exchange.events.total),
				layers: report.layers,
				unjudged: report.unjudged.map(({reason}) => reason),
			},
			{format, verdict, rules, events, layers, unjudged},
		);
		assert.match([report.error ?? '', ...report.notes].find(text => said.test(text)) ?? 'nothing', said);
		if (pacing !== undefined) {
			assert.equal(report.pacing, pacing);
		}
	});
}

test('a curl trace that shares its terminal with the body keeps its reads and their times', async () => {
	const file = new URL('../../fixtures/captures/curl-trace-on-stdout.txt', import.meta.url);
	const {exchanges} = await inspected(readFileSync(file));
	const [exchange] = exchanges;
	assert.equal(exchange?.reads?.reads, 12);
	assert.equal(Math.round(exchange?.clocks?.total ?? 0), 250);
});
