import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inspected, rulesOf, verdictOf} from '../../helpers/judged-capture.js';
import {valid} from '../../helpers/sample-bodies.js';

const lines = valid.replace(/\n$/, '').split('\n');
const wrap = (around: (line: string, index: number) => string) => `${lines.map(around).join('\n')}\n`;
const second = (index: number) => String(10 + (index % 50));

const wrapped: Readonly<Record<string, string>> = {
	ts: wrap((line, index) => `Nov 27 22:35:${second(index)} ${line}`),
	'ts, with blanks trimmed by an editor': wrap((line, index) =>
		`Nov 27 22:35:${second(index)} ${line}`.trimEnd(),
	),
	'ts -s': wrap((line, index) => `00:00:${second(index)} ${line}`),
	'ts %.s': wrap((line, index) => `17642${second(index)}.123456 ${line}`),
	'docker compose': wrap(line => `gateway-1  | ${line}`),
	'docker compose logs -t': wrap(
		(line, index) => `gateway-1  | 2026-11-27T22:35:${second(index)}.123456789Z ${line}`,
	),
	'docker compose with another service': wrap((line, index) =>
		index % 3 === 0 ? `db-1       | checkpoint starting: time\ngateway-1  | ${line}` : `gateway-1  | ${line}`,
	),
	'the log file of docker': wrap(line =>
		JSON.stringify({log: `${line}\n`, stream: 'stdout', time: '2026-11-27T22:35:34Z'}),
	),
	'the container runtime': wrap((line, index) => `2026-11-27T22:35:${second(index)}.1Z stdout F ${line}`),
	'the container runtime, in parts': wrap(
		line =>
			`2026-11-27T22:35:34.1Z stdout P ${line.slice(0, 9)}\n2026-11-27T22:35:34.1Z stdout F ${line.slice(9)}`,
	),
	'the journal': wrap((line, index) => `Nov 27 22:35:${second(index)} host gateway[812]: ${line}`),
	'kubectl --prefix': wrap(line => `[pod/gateway-7d9f/web] ${line}`),
	'GitHub Actions': wrap((line, index) => `2026-11-27T22:35:${second(index)}.1234567Z ${line}`),
	'cat -n': wrap((line, index) => `${String(index + 1).padStart(6)}\t${line}`),
	'grep -n': wrap((line, index) => `${index + 1}:${line}`),
	'a quotation': wrap(line => `> ${line}`),
	'an indented block': wrap(line => (line === '' ? '' : `    ${line}`)),
	colours: wrap(line => (line === '' ? '' : `\u001B[36m${line}\u001B[0m`)),
	script: `Script started on 2026-11-27 22:35:34+00:00 [TERM="xterm"]\r\n${valid.replaceAll('\n', '\r\n')}Script done on 2026-11-27 22:35:40+00:00 [COMMAND_EXIT_CODE="0"]\r\n`,
	'the command that was typed': `$ curl -N https://gateway/v1/messages\n${valid}`,
	'the command that was typed, and ts': `user@host:~$ curl -N https://gateway | ts\n${wrap((line, index) => `Nov 27 22:35:${second(index)} ${line}`)}`,
	'a code fence': `\`\`\`\n${valid}\`\`\`\n`,
};

for (const [name, text] of Object.entries(wrapped)) {
	test(`what ${name} puts around the lines is taken off, and is not the stream's fault`, async () => {
		const report = await inspected(text);
		assert.deepEqual([verdictOf(report), report.format, rulesOf(report)], ['valid', 'sse', []]);
	});
}

test('what was taken off is said once', async () => {
	const {notes} = await inspected(wrapped['docker compose logs -t'] ?? '');
	assert.deepEqual(notes, [
		'Taken off each line: names of services, as docker compose writes them; times, as ts or docker compose write them.',
	]);
});

test('a fault inside a wrapping is the fault of the stream', async () => {
	const faulty = (wrapped.ts ?? '').replace('"type":"message_stop"', '"type":"message_stop');
	assert.equal(verdictOf(await inspected(faulty)), 'not valid');
});

test('prose in which every line has a time is still prose', async () => {
	const report = await inspected('22:35:34 Dear diary\n22:35:35 no streams today\n'.repeat(50));
	assert.equal(verdictOf(report), 'not judged');
});

test('the marks of cat -A are taken off, also those of other characters than ASCII', async () => {
	const shown = valid.replace('"text":"', '"text":"M-bM-^@M-^T and M-CM-)').replaceAll(/$(?=\n)/gm, '$$');
	const report = await inspected(shown);
	assert.deepEqual([verdictOf(report), report.format, rulesOf(report)], ['valid', 'sse', []]);
	assert.deepEqual(report.notes, ['Taken off each line: the marks of cat -A.']);
});

for (const [name, keeps] of [
	['blank lines', /./],
	['blank lines and event: lines', /^data/],
] as const) {
	test(`a body without its ${name} is incomplete, and its events are shown`, async () => {
		const report = await inspected(`${lines.filter(line => keeps.test(line)).join('\n')}\n`);
		assert.deepEqual([verdictOf(report), rulesOf(report)], ['incomplete', []]);
		assert.equal(report.exchanges[0]?.events.total, valid.split('\n\n').length - 1);
		assert.match(report.loss ?? '', /^There is no blank line in it/);
	});
}
