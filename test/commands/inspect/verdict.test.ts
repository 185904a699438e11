import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {Readable} from 'node:stream';
import {test} from 'node:test';
import {reportFile} from '../../../source/commands/inspect/file-report.js';
import {reportRows, verdictRow} from '../../../source/commands/inspect/report-rows.js';
import {knownPrices} from '../../../source/messages/prices.js';
import type {Row} from '../../../source/text/segment.js';
import {valid} from '../../helpers/sample-bodies.js';
import {casePath} from '../../helpers/stream-cases.js';

const textOf = (row: Row) => row.map(({text}) => text).join('');

const reportOf = (text: string | Uint8Array) =>
	reportFile(
		'dir/a.sse',
		{open: () => Readable.from([Buffer.from(text)]), canReopen: true},
		{isStrict: false, prices: knownPrices},
	);
const verdictOf = async (text: string | Uint8Array) =>
	textOf(verdictRow(await reportOf(text))).replace('dir/a.sse: ', '');
const rowsOf = async (text: string) =>
	reportRows(await reportOf(text), 100)
		.map(textOf)
		.join('\n');

/** The verdict on each case. */
const verdicts: ReadonlyArray<readonly [name: string, verdict: string]> = [
	[
		'01-keepalive-between-lines.sse',
		'✗ not valid · 2 errors: data-missing, event-name-missing · 1 note: sse-extras',
	],
	['03-error-glued-to-open-event.sse', '✗ not valid · failed · 1 error: data-json'],
	[
		'04-dataonly-rate-limit.sse',
		'✗ not valid · failed: rate_limit_error · 3 errors: event-name-missing · 1 note: error-event',
	],
	[
		'06-end-turn-with-tool.sse',
		'✗ not valid · 1 error: required-field · 1 warning: tool-use-stop · 1 note: id-shape',
	],
	['06b-end-turn-with-tool-only.sse', '! valid · 1 warning: tool-use-stop'],
	['07-stop-sequence-omitted.sse', '! valid · 1 warning: stop-sequence-missing'],
	['07b-stop-sequence-null.sse', '! valid · 1 warning: stop-sequence-missing'],
	['09-replacement-characters.sse', '! valid · 2 warnings: lost-characters'],
	['10-index-reused-after-search.sse', '✗ not valid · 1 error: block-index-reused'],
	['no-last-blank-line.sse', '✓ valid · the SDK fails on it · 1 note: final-blank-line'],
	['no-last-blank-line-live.ndjson', '✗ not valid · 1 error: final-blank-line'],
	['malformed-in-the-middle.sse', '✗ not valid · 1 error: data-json'],
	['cut-after-name.sse', '✗ not valid · 1 error: cut-off'],
	['http200-error-only.txt', '✗ failed: overloaded_error · 1 note: error-event'],
	['http529.txt', '✗ failed: overloaded_error'],
	['proto-delta_type-constructor.sse', '✓ valid · 1 note: unknown-delta'],
];

for (const [name, verdict] of verdicts) {
	test(`${name}: ${verdict}`, async () => {
		assert.equal(await verdictOf(readFileSync(casePath(name))), verdict);
	});
}

const errorEvent =
	'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n';
const ping = 'event: ping\ndata: {"type": "ping"}\n\n';

test('an answer that an error event ends is a valid stream, and has failed', async () => {
	const begun = valid.slice(0, valid.indexOf('event: message_delta'));
	assert.equal(
		await verdictOf(begun + errorEvent),
		'✓ valid · failed: overloaded_error · 1 note: error-event',
	);
});

test('pings and an error alone are a failure by event as by status', async () => {
	const byStatus = `HTTP/1.1 503 Busy\r\ncontent-type: application/json\r\n\r\n{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}`;
	assert.match(
		await verdictOf(ping + ping + errorEvent),
		/^✗ failed: overloaded_error · 1 note: error-event$/,
	);
	assert.equal(await verdictOf(byStatus), '✗ failed: overloaded_error');
	assert.equal(await verdictOf(ping + ping), '✗ failed: no message came · 1 error: message-start-first');
	assert.match(
		await verdictOf(byStatus.replace('503 Busy', '200 OK')),
		/^✗ failed: overloaded_error · 1 error: empty-body/,
	);
});

test('a finding says what was observed, how often, where in the file, and what was expected', async () => {
	const rows = await rowsOf(valid.replaceAll(/^event: .*\n/gm, ''));
	assert.match(
		rows,
		/findings {3}error {3}no event: line before the data of type "message_start": the SDK skips the event\s+× 6\n +#3 a\.sse:1, #4 a\.sse:3, #5 a\.sse:5, #6 a\.sse:7, #7 a\.sse:9 and 1 more\n +also: no event: line before/,
	);
	assert.match(rows, /\n +expected: each event has a name \(event-name-missing\)\n/);
	assert.match(rows, /No\s+event has an event: line, so the SDK skipped all 6\./);
});

test('what the server said stands in the report, though the SDK could not see it', async () => {
	const rows = await rowsOf(readFileSync(casePath('04-dataonly-rate-limit.sse'), 'utf8'));
	assert.match(
		rows,
		/error +The stream reported an error: Too many requests at once for this account · The SDK\s+could not see this error, because its event has no event: line\./,
	);
});

const lines = (exchange: number, url: string, events: ReadonlyArray<readonly [string | null, string]>) =>
	[
		{type: 'request', at: 0, exchange, attempt: 1, method: 'POST', url, body: {stream: true}},
		{
			type: 'response',
			at: 1,
			exchange,
			attempt: 1,
			status: 200,
			headers: {'content-type': 'text/event-stream'},
		},
		...events.map(([event, data], index) => ({
			type: 'sse',
			at: 2 + index,
			exchange,
			attempt: 1,
			chunk: index + 1,
			event,
			data,
		})),
		{type: 'end', at: 99, exchange, outcome: 'complete', error: null, message: null},
	]
		.map(line => `${JSON.stringify(line)}\n`)
		.join('');
const header = `${JSON.stringify({type: 'recording', version: 2, app: 'a', startedAt: '', mode: 'live', title: null})}\n`;
const completions = (exchange: number) =>
	lines(exchange, 'http://127.0.0.1/v1/chat/completions', [
		[null, '{"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"Hi"}}]}'],
		[null, '[DONE]'],
	]);
const messages = (exchange: number) =>
	lines(
		exchange,
		'http://127.0.0.1/v1/messages',
		valid
			.trimEnd()
			.split('\n\n')
			.map(text => {
				const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(text) ?? [];
				return [event, data];
			}),
	);

test('a recording of nothing but another API is not judged, and says whose API it is', async () => {
	const report = await reportOf(header + completions(1));
	assert.deepEqual([report.isValid, report.isJudged], [false, false]);
	assert.equal(
		await verdictOf(header + completions(1)),
		"? not judged · This is OpenAI's Chat Completions format, not the Messages API.",
	);
	assert.match(
		await rowsOf(header + completions(1)),
		/events {5}2 in total .*findings {3}not judged: OpenAI's Chat Completions format, not the Messages API/s,
	);
});

test('beside exchanges of another API, those of the Messages API are judged', async () => {
	const text = header + completions(1) + messages(2);
	assert.equal(await verdictOf(text), '✓ valid');
	assert.match(await rowsOf(text), /Exchange 1.*not judged: OpenAI's.*Exchange 2.*findings {3}none/s);
});
