// A capture of a valid stream, wrapped and damaged at random, is never taken for an invalid stream.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import zlib from 'node:zlib';
import {EventStreamCodec} from '@smithy/core/event-streams';
import fc from 'fast-check';
import {parseSse} from '../../../source/wire/parse-sse.js';
import {inspected, rulesOf, verdictOf} from '../../helpers/judged-capture.js';
import {valid} from '../../helpers/sample-bodies.js';
import {streamFixtures} from '../../helpers/stream-fixtures.js';

const bodies = [valid, ...streamFixtures.filter(({kind}) => kind === 'valid').map(({body}) => body)];
const url = 'https://api.anthropic.com/v1/messages';
const requestBody = {stream: true, messages: []};

const payloadsOf = (body: string) => parseSse(body).map(({data}) => data);
const codec = new EventStreamCodec(String, text => Buffer.from(text));
const hexDump = (bytes: Buffer) =>
	Array.from({length: Math.ceil(bytes.length / 16)}, (_, row) => {
		const part = bytes.subarray(row * 16, row * 16 + 16);
		const hex = [...part].map(byte => byte.toString(16).padStart(2, '0')).join(' ');
		const shown = part.toString('latin1').replaceAll(/[^ -~]/g, '.');
		return `${(row * 16).toString(16).padStart(4, '0')}: ${hex.padEnd(47)} ${shown}`;
	}).join('\n');
const traceBlock = (index: number, what: string, bytes: Buffer) =>
	`10:00:0${Math.floor(index / 10) % 10}.${String(100_000 + index)} ${what}, ${bytes.length} bytes (0x${bytes.length.toString(16)})\n${hexDump(bytes)}\n`;

/** Formats that show when a part of them is missing. */
const wholeFormats: Readonly<Record<string, (body: string) => Buffer>> = {
	har: body =>
		Buffer.from(
			JSON.stringify(
				{
					log: {
						entries: [
							{
								startedDateTime: '2026-11-27T10:00:00.000Z',
								request: {method: 'POST', url, postData: {text: JSON.stringify(requestBody)}},
								response: {status: 200, headers: [], content: {size: Buffer.byteLength(body), text: body}},
								timings: {},
							},
						],
					},
				},
				null,
				1,
			),
		),
	log: body =>
		Buffer.from(
			`${JSON.stringify({request: {method: 'POST', url, body: requestBody}, response: {status: 200, body_raw: body}})}\n`,
		),
	cassette: body =>
		Buffer.from(
			JSON.stringify(
				{
					interactions: [
						{
							request: {method: 'POST', uri: url},
							response: {status: {code: 200}, body: {string: zlib.gzipSync(body).toString('base64')}},
						},
					],
				},
				null,
				1,
			),
		),
	frames: body =>
		Buffer.concat(
			payloadsOf(body).map(data =>
				Buffer.from(
					codec.encode({
						headers: {':event-type': {type: 'string', value: 'chunk'}},
						body: Buffer.from(JSON.stringify({bytes: Buffer.from(data).toString('base64')})),
					}),
				),
			),
		),
	trace: body => {
		const bytes = Buffer.from(body);
		const parts = Array.from({length: Math.ceil(bytes.length / 300)}, (_, index) =>
			bytes.subarray(index * 300, index * 300 + 300),
		);
		return Buffer.from(
			[
				traceBlock(
					1,
					'=> Send header',
					Buffer.from(`POST /v1/messages HTTP/1.1\r\nHost: api.anthropic.com\r\n\r\n`),
				),
				traceBlock(2, '<= Recv header', Buffer.from('HTTP/1.1 200 OK\r\n')),
				traceBlock(3, '<= Recv header', Buffer.from('content-type: text/event-stream\r\n')),
				traceBlock(4, '<= Recv header', Buffer.from('\r\n')),
				...parts.map((part, index) => traceBlock(5 + index, '<= Recv data', part)),
				'10:00:09.999999 == Info: Connection #0 to host api.anthropic.com left intact\n',
			].join(''),
		);
	},
};

/** Formats of which a line may be missing without a trace, since a stream may lack the event as well. */
const looseFormats: Readonly<Record<string, (body: string) => Buffer>> = {
	body: body => Buffer.from(body),
	response: body => Buffer.from(`HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n${body}`),
	claude: body =>
		Buffer.from(
			[
				'{"type":"system","subtype":"init","session_id":"s","uuid":"i"}',
				...payloadsOf(body).map(
					(data, index) => `{"type":"stream_event","event":${data},"session_id":"s","uuid":"u${index}"}`,
				),
				'{"type":"result","subtype":"success","session_id":"s","uuid":"r","duration_ms":9,"num_turns":1}',
				'',
			].join('\n'),
		),
	chunks: body =>
		Buffer.from(
			payloadsOf(body)
				.map(data => `${JSON.stringify({chunk: {bytes: Buffer.from(data).toString('base64')}})}\n`)
				.join(''),
		),
};
const formats = {...wholeFormats, ...looseFormats};

const compressions: ReadonlyArray<(bytes: Buffer) => Buffer> = [
	zlib.gzipSync,
	zlib.deflateSync,
	zlib.brotliCompressSync,
	zlib.zstdCompressSync,
];

const isText = (name: string) => name !== 'frames';
const encodings: ReadonlyArray<(bytes: Buffer) => Buffer> = [
	bytes => bytes,
	bytes => Buffer.from(`\uFEFF${bytes}`, 'utf16le'),
	bytes => Buffer.from(`\uFEFF${bytes}`, 'utf16le').swap16(),
];
const prefixes: ReadonlyArray<(line: string) => string> = [
	line => line,
	line => `Nov 27 10:00:00 ${line}`,
	line => `web-1  | ${line}`,
	line => `[pod/web-1/app] ${line}`,
	line => `2026-11-27T10:00:00.123Z stdout F ${line}`,
];
/** What a terminal leaves of the lines: as they are, or under `script`. */
const terminals: ReadonlyArray<(text: Buffer) => Buffer> = [
	text => text,
	text =>
		Buffer.from(
			`Script started on 2026-11-27 22:35:34+00:00 [TERM="xterm"]\n${text.toString().replaceAll('\n', '\r\n')}\nScript done on 2026-11-27 22:35:40+00:00 [COMMAND_EXIT_CODE="0"]\n`,
		),
];
const prefixed = (bytes: Buffer, prefix: (line: string) => string) =>
	Buffer.from(`${bytes.toString().replace(/\n$/, '').split('\n').map(prefix).join('\n')}\n`);

test('whatever a valid stream is wrapped in, it is valid', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...bodies),
			fc.constantFrom(...Object.keys(formats)),
			fc.constantFrom(...prefixes),
			fc.constantFrom(...terminals),
			fc.constantFrom(...encodings),
			// Brotli inside Brotli shows no sign of either.
			fc.uniqueArray(fc.constantFrom(...compressions), {maxLength: 2}),
			async (body, name, prefix, terminal, encoding, layers) => {
				const bytes = formats[name]?.(body) ?? Buffer.alloc(0);
				// The head of a response holds CRs, and a line prefix belongs to text.
				const text = isText(name) ? encoding(terminal(prefixed(bytes, prefix))) : bytes;
				const report = await inspected(layers.reduce((inner, compress) => compress(inner), text));
				assert.deepEqual(
					[verdictOf(report), report.counts.errors],
					['valid', 0],
					`${report.error} ${report.notes}`,
				);
			},
		),
		{numRuns: 150},
	);
});

/** What a damaged capture of a valid stream may be called. */
const harmless = ['valid', 'incomplete', 'not judged'];

const damages: Readonly<Record<string, (bytes: Buffer, place: number) => Buffer>> = {
	cut: (bytes, place) => bytes.subarray(0, place % (bytes.length + 1)),
	drop: (bytes, place) => withLines(bytes, lines => lines.toSpliced(place % lines.length, 1)),
	double: (bytes, place) =>
		withLines(bytes, lines => lines.toSpliced(place % lines.length, 0, lines[place % lines.length] ?? '')),
	tear: (bytes, place) =>
		withLines(bytes, lines =>
			lines.with(place % lines.length, (lines[place % lines.length] ?? '').slice(0, 40)),
		),
};
const withLines = (bytes: Buffer, change: (lines: readonly string[]) => readonly string[]) =>
	Buffer.from(change(bytes.toString('latin1').split('\n')).join('\n'), 'latin1');

test('a damaged capture is incomplete or not judged, never an invalid stream', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...bodies),
			fc.constantFrom(...Object.keys(wholeFormats)),
			fc.constantFrom(...Object.keys(damages)),
			fc.nat(),
			async (body, name, damage, place) => {
				const whole = wholeFormats[name]?.(body) ?? Buffer.alloc(0);
				const damaged = damages[isText(name) ? damage : 'cut']?.(whole, place) ?? whole;
				const report = await inspected(damaged);
				assert.ok(
					harmless.includes(verdictOf(report)) || isBlank(damaged) || isCutBetweenFrames(name, report),
					`${name} ${damage}: ${verdictOf(report)} ${rulesOf(report)} ${report.notes}`,
				);
			},
		),
		{numRuns: 300},
	);
});

/** Between two frames a capture may end as a stream may, which leaves no trace. */
function isCutBetweenFrames(name: string, report: Awaited<ReturnType<typeof inspected>>): boolean {
	return name === 'frames' && rulesOf(report).every(rule => rule === 'message-stop-missing');
}

/** An empty file is an empty stream, which is not valid. */
function isBlank(bytes: Buffer): boolean {
	return bytes.toString().trim() === '';
}

test('compressed captures that are cut off are incomplete or not judged', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...bodies),
			fc.constantFrom(...Object.keys(formats)),
			fc.constantFrom(...compressions),
			fc.nat(),
			async (body, name, compress, place) => {
				const bytes = compress(formats[name]?.(body) ?? Buffer.alloc(0));
				const report = await inspected(bytes.subarray(0, 1 + (place % (bytes.length - 1))));
				assert.ok(harmless.includes(verdictOf(report)), `${name}: ${rulesOf(report)} ${report.notes}`);
			},
		),
		{numRuns: 200},
	);
});

const magic = [
	'\u001F\u008B\u0008',
	'(\u00B5/\u00FD',
	'x\u009C',
	'\u00FF\u00FE',
	'\u00EF\u00BB\u00BF',
	'\0\0\0\u0060\0\0\0\u0010',
	'PK\u0003\u0004',
	'',
];

test('random bytes neither crash nor count as a valid stream', async () => {
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...magic), fc.uint8Array({maxLength: 600}), async (start, bytes) => {
			const report = await inspected(Buffer.concat([Buffer.from(start, 'latin1'), bytes]));
			assert.notEqual(verdictOf(report), 'valid');
		}),
		{numRuns: 200},
	);
});

const keys = [
	'type',
	'event',
	'data',
	'log',
	'entries',
	'request',
	'response',
	'body',
	'chunk',
	'bytes',
	'message',
	'uuid',
	'session_id',
	'interactions',
	'choices',
	'url',
	'content',
	'text',
];
const words = [
	'message_start',
	'message_stop',
	'ping',
	'error',
	'message',
	'stream_event',
	'assistant',
	'result',
	'request',
	'recording',
	'__proto__',
	'https://a/v1/messages',
	valid,
];

test('random lines of JSON, random nesting and random mixes of the formats do not crash', async () => {
	const {value} = fc.letrec(tie => ({
		value: fc.oneof(
			{maxDepth: 5},
			fc.constantFrom(...words, null, 0, -1, true),
			fc.array(tie('value'), {maxLength: 3}),
			fc.dictionary(fc.constantFrom(...keys), tie('value'), {maxKeys: 4}),
		),
	}));
	const part = fc.oneof(
		fc
			.array(value, {minLength: 1, maxLength: 6})
			.map(values => values.map(item => JSON.stringify(item)).join('\n')),
		fc.constantFrom(...Object.values(looseFormats)).map(format => format(valid).toString()),
		fc.string(),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(part, {minLength: 1, maxLength: 4}), async parts => {
			const report = await inspected(parts.join('\n'));
			assert.ok(report.exchanges.every(({events}) => events.total >= 0));
		}),
		{numRuns: 300},
	);
});

test('deep nesting and long lines are read in bounded time', async () => {
	for (const text of [
		'['.repeat(200_000),
		`{"log":${'{"entries":'.repeat(50_000)}`,
		`Raw${'MessageStartEvent(a='.repeat(4000)}`,
		`{ type: ${'{ a: '.repeat(50_000)}`,
		'{"type":"stream_event","event":{}}'.repeat(20_000),
		`interactions:\n${'- [ '.repeat(5_000)}`,
		`${'a'.repeat(97)}\r\n`.repeat(20_000),
		'> '.repeat(200_000),
		'event: '.repeat(100_000),
	]) {
		await inspected(text);
	}
});
