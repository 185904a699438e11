import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {EventStreamCodec} from '@smithy/core/event-streams';
import {stringify} from 'yaml';
import {conformanceRules} from '../../source/messages/conformance/conformance-rules.js';
import {parseSse} from '../../source/wire/parse-sse.js';
import {captures} from '../helpers/captures.js';
import {runProgram, runShell} from '../helpers/run-program.js';
import {valid} from '../helpers/sample-bodies.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/recordings/${name}`, import.meta.url));

const interactionWith = (body: string) => ({
	request: {method: 'POST', uri: 'https://api.test/v1/messages', body: '{"stream":true}'},
	response: {status: {code: 200}, headers: {}, body: {string: body}},
});

const broken = valid.replace(/event: content_block_start\n.*\n\n/, '');
const wordy = valid.replaceAll('data: ', 'data:').replace('event: content_block_stop', ': hi\n$&');

test('a valid stream on standard input: code 0, a report, and nothing on stderr', async () => {
	const {code, stdout, stderr} = await runProgram(['inspect', '-'], {input: valid});
	assert.deepEqual([code, stderr], [0, '']);
	assert.match(stdout, /^- · the body of a stream\n/);
	assert.match(stdout, /^Exchange 1 · claude-haiku-5-5 · complete · end_turn$/m);
	assert.match(stdout, /SDK +accepts it: 6 events yielded, 0 dropped; finalMessage\(\) equals/);
	assert.match(stdout, /\n✓ -: valid\n$/);
});

test('a broken one: code 1, and each finding by its name', async () => {
	const {code, stdout} = await runProgram(['inspect'], {input: broken});
	assert.equal(code, 1);
	assert.match(
		stdout,
		/error {3}text_delta for block 0, which was never opened\n +#4 line 4\n +expected: deltas and stops belong to an open block \(block-not-open\)/,
	);
	assert.match(stdout, /✗ -: not valid · 1 error: block-not-open\n$/);
});

test('--quiet prints the verdicts alone; --strict counts warnings; notes never count', async () => {
	using folder = temporaryFolder();
	const files = Object.entries({
		'noted.sse': wordy,
		'warned.sse': valid.replaceAll(/"(input|output)_tokens":\d+/g, '"$1_tokens":0'),
	});
	for (const [name, body] of files) {
		writeFileSync(path.join(folder.path, name), body);
	}

	const names = files.map(([name]) => name);
	const run = async (...flags: string[]) => {
		const {code, stdout} = await runProgram(['inspect', '--quiet', ...flags, ...names], {cwd: folder.path});
		return [code, stdout];
	};
	assert.deepEqual(await run(), [
		0,
		'✓ noted.sse: valid · 2 notes: sse-extras, space-after-colon\n! warned.sse: valid · 1 warning: usage-all-zero\n',
	]);
	assert.deepEqual(await run('--strict'), [
		1,
		'✓ noted.sse: valid · 2 notes: sse-extras, space-after-colon\n✗ warned.sse: not valid · 1 warning: usage-all-zero\n',
	]);
});

test('--json gives one document of a stable shape for all files', async () => {
	const {code, stdout} = await runProgram(['inspect', '--json', fixture('curl-trace.txt'), '-'], {
		input: broken,
	});
	assert.equal(code, 1);
	const report = JSON.parse(stdout);
	assert.deepEqual(Object.keys(report), ['version', 'isValid', 'counts', 'files']);
	assert.deepEqual([report.version, report.isValid], [1, false]);
	assert.deepEqual(report.counts, {errors: 1, warnings: 0, notes: 0});
	const [trace, body] = report.files;
	assert.deepEqual(Object.keys(trace), [
		'file',
		'isValid',
		'isJudged',
		'error',
		'loss',
		'format',
		'sign',
		'layers',
		'pacing',
		'notes',
		'skipped',
		'unjudged',
		'counts',
		'exchanges',
	]);
	assert.deepEqual([trace.isValid, trace.format, trace.pacing], [true, 'curl-trace', 'recorded']);
	const [exchange] = trace.exchanges;
	assert.deepEqual(Object.keys(exchange), [
		'exchange',
		'url',
		'model',
		'foreign',
		'outcome',
		'error',
		'stopReason',
		'stopDetails',
		'attempts',
		'events',
		'blocks',
		'clocks',
		'gaps',
		'reads',
		'rate',
		'thinking',
		'usage',
		'cost',
		'context',
		'remarks',
		'altered',
		'findings',
		'counts',
		'sdk',
		'startedAt',
		'bytes',
		'watchdogs',
	]);
	assert.deepEqual(exchange.sdk, {
		outcome: 'complete',
		error: null,
		yielded: 7,
		dropped: 1,
		thrownAt: null,
		isSameMessage: true,
	});
	assert.deepEqual(
		[body.pacing, body.exchanges[0].clocks, body.exchanges[0].gaps],
		['synthetic', null, null],
	);
	assert.deepEqual(Object.keys(body.exchanges[0].findings[0]), [
		'rule',
		'severity',
		'event',
		'line',
		'message',
	]);
});

test('what cannot be read is code 2, and the other files are inspected all the same', async () => {
	const {code, stdout} = await runProgram(['inspect', '--quiet', 'nowhere.sse', '-'], {input: valid});
	assert.equal(code, 2);
	assert.equal(
		stdout,
		['? nowhere.sse: not judged · No file or session is called "nowhere.sse".\n', '✓ -: valid\n'].join(''),
	);
});

test('a folder stands for the captures in it, and what else is in it is named', async () => {
	using folder = temporaryFolder();
	mkdirSync(path.join(folder.path, 'deep'));
	for (const [name, content] of [
		['a.sse', valid],
		['deep/b.yaml', stringify({interactions: [interactionWith(valid)]})],
		['deep/c.gz', gzipSync(valid)],
		['.hidden', 'no'],
		['README.md', '# Notes\n'],
	] as const) {
		writeFileSync(path.join(folder.path, name), content);
	}

	const {code, stdout, stderr} = await runProgram(['inspect', '--quiet', '.'], {cwd: folder.path});
	assert.deepEqual(
		[code, stdout, stderr],
		[0, '✓ a.sse: valid\n✓ deep/b.yaml: valid\n✓ deep/c.gz: valid\n', 'Not captures: README.md.\n'],
	);
	mkdirSync(path.join(folder.path, 'empty'));
	assert.equal((await runProgram(['inspect', 'empty'], {cwd: folder.path})).code, 2);
});

test('the built program has what it needs for binary frames', async () => {
	const codec = new EventStreamCodec(String, text => Buffer.from(text));
	const frames = parseSse(valid).map(({data}) =>
		codec.encode({
			headers: {':event-type': {type: 'string', value: 'chunk'}},
			body: Buffer.from(JSON.stringify({bytes: Buffer.from(data).toString('base64')})),
		}),
	);
	const {code, stdout} = await runProgram(['inspect', '--quiet'], {input: Buffer.concat(frames)});
	assert.deepEqual([code, stdout], [0, '✓ -: valid\n']);
});

test('something that is no stream is named and not judged, and an empty stream is not valid', async () => {
	const save = 'Save the body of the response, for example with curl -N … > stream.sse.';
	for (const [input, what] of [
		['Dear diary', `text without the lines of a stream: it begins with "Dear diary". ${save}`],
		['\u0000\u0001', `binary data of an unknown kind. ${save}`],
	] as const) {
		const {code, stdout} = await runProgram(['inspect', '--quiet'], {input});
		assert.deepEqual([input, code, stdout], [input, 2, `? -: not judged · This is ${what}\n`]);
	}

	for (const input of ['', '\n\n']) {
		const {code, stdout} = await runProgram(['inspect'], {input});
		assert.equal(code, 1);
		assert.match(stdout, /error {3}the body has no event\n +expected: a stream has events \(empty-body\)/);
	}
});

test('an answer that should have been a stream and is none is not valid, however it was captured', async () => {
	const html = '<html>Log in</html>';
	const error = '{"type":"error","error":{"type":"api_error","message":"No"}}';
	const answer = (status: string, contentType: string, body: string) =>
		`HTTP/1.1 ${status}\r\n${contentType === '' ? '' : `content-type: ${contentType}\r\n`}\r\n${body}`;
	const har = {
		request: {method: 'POST', url: 'https://gw/v1/messages', postData: {text: '{"stream":true}'}},
		response: {
			status: 200,
			headers: [{name: 'Content-Type', value: 'text/html'}],
			content: {text: html},
		},
	};
	const both = ['content-type', 'empty-body'];
	for (const [input, rules] of [
		[answer('200 OK', 'text/html', html), both],
		[answer('200 OK', 'text/event-stream', html), ['empty-body']],
		[answer('200 OK', 'text/event-stream', error), ['empty-body']],
		[answer('200 OK', 'application/json', error), both],
		[JSON.stringify({log: {entries: [har]}}), both],
	] as const) {
		const {code, stdout} = await runProgram(['inspect', '--json'], {input});
		const [exchange] = JSON.parse(stdout).files[0].exchanges;
		const found = exchange.findings.map(({rule}: {rule: string}) => rule);
		assert.deepEqual([input, code, found], [input, 1, rules]);
	}

	const redirect = await runProgram(['inspect', '--quiet'], {input: answer('302 Found', '', '')});
	assert.deepEqual(
		[redirect.code, redirect.stdout],
		[2, '? -: not judged · There is nothing to judge: a redirect.\n'],
	);
	const message = '{"type":"message","role":"assistant","content":[]}';
	const {code} = await runProgram(['inspect'], {input: answer('200 OK', 'application/json', message)});
	assert.equal(code, 0);
});

test('where nothing came but an error, the verdict is failed', async () => {
	const error = '{"type":"error","error":{"type":"overloaded_error","message":"Busy"}}';
	const place = {at: 0, attempt: 1};
	const exchange = (number: number, ...events: readonly object[]) =>
		[
			{type: 'request', method: 'POST', url: 'https://api.test/v1/messages', body: {stream: true}},
			...events,
		].map(event => JSON.stringify({...place, exchange: number, ...event}));
	const refused = {type: 'end', outcome: 'failed', error: null, message: null};
	const busy = [
		{type: 'response', status: 529, headers: {'content-type': 'application/json'}},
		{type: 'body', data: error},
		refused,
	];
	const aborted = {...refused, outcome: 'aborted'};
	const whole = [
		{type: 'response', status: 200, headers: {}},
		...parseSse(valid).map(event => ({type: 'sse', chunk: 0, ...event})),
		{...refused, outcome: 'complete'},
	];
	for (const [lines, code, verdict] of [
		[exchange(1, ...busy), 1, 'failed: status 529'],
		[exchange(1, refused), 1, 'failed'],
		[exchange(1), 1, 'no answer'],
		[[...exchange(1, ...whole), ...exchange(2, ...busy)], 1, 'failed: status 529 in exchange 2'],
		[[...exchange(1, ...whole), ...exchange(2, aborted)], 0, 'valid'],
	] as const) {
		const run = await runProgram(['inspect', '--quiet'], {input: lines.join('\n')});
		assert.deepEqual([run.code, run.stdout.split('-: ')[1]], [code, `${verdict}\n`]);
	}

	const bare = await runProgram(['inspect', '--quiet'], {input: error});
	assert.deepEqual([bare.code, bare.stdout], [1, '✗ -: failed: overloaded_error\n']);
});

test('an event that lost its data: is named, and is not what the verdict is about', async () => {
	const stray = valid.replace('data: {"type":"message_stop"', '{"type":"message_stop"');
	const {code, stdout} = await runProgram(['inspect', '-'], {input: stray});
	assert.equal(code, 1);
	assert.match(stdout, /^- · the body of a stream\n/);
	assert.match(stdout, /error {3}the line "event: message_stop" was left without data/);
	assert.match(stdout, /\(message-stop-missing\)\n/);
	assert.match(stdout, /warning a line that parsers skip: "\{\\"type\\":\\"message_stop/);
});

test('--rules lists every rule, --json as data', async () => {
	const {code, stdout} = await runProgram(['inspect', '--rules']);
	assert.equal(code, 0);
	for (const {name, severity, title} of conformanceRules) {
		assert.ok(stdout.includes(`${severity.padEnd(8)}${name}: ${title}\n`), name);
	}

	const data = await runProgram(['inspect', '--rules', '--json']);
	assert.deepEqual(JSON.parse(data.stdout), conformanceRules);
});

test('control sequences in a stream are shown, never obeyed', async () => {
	const hostile = valid
		.replaceAll('text_delta', 'text\\u001b]0;title\\u0007_delta')
		.replace('claude', '\\u001b[31mclaude');
	const {stdout} = await runProgram(['inspect'], {input: hostile});
	assert.ok(!/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/.test(stdout));
	assert.match(stdout, /␛\[31mclaude/);
});

test('a reader that has had enough changes nothing but what is printed', async () => {
	const {stdout, stderr} = await runShell('{ streamscope inspect --json -; echo "code $?" >&2; } | head -1', {
		input: `${valid}\n`.repeat(400),
	});
	assert.deepEqual([stdout, stderr], ['{\n', 'code 1\n']);
});

test('streams that are real or valid are valid, also strictly', async () => {
	const real = captures.filter(({kind}) => kind === 'real' || kind === 'valid').map(capture => capture.path);
	const {code, stdout} = await runProgram(['inspect', '--quiet', '--strict', ...real]);
	assert.equal(code, 0, stdout);
	assert.equal(stdout.match(/^✓ .*: valid/gm)?.length, real.length);
});

test('a stream of another API is named and not judged', async () => {
	const input =
		'data: {"object":"chat.completion.chunk","choices":[{"delta":{"content":"Hi"}}]}\n\ndata: [DONE]\n\n';
	const {code, stdout} = await runProgram(['inspect'], {input});
	assert.equal(code, 2);
	assert.match(
		stdout,
		/^- · the body of a stream\n\n\? -: not judged · This is OpenAI's Chat Completions format/,
	);
});

test('every stream has a report', async () => {
	const files = captures.filter(({kind}) => kind !== 'other-protocol').map(capture => capture.path);
	const {code, stdout, stderr} = await runProgram(['inspect', ...files]);
	assert.deepEqual([code, stderr], [1, '']);
	assert.equal(stdout.match(/^Exchange 1 · /gm)?.length, files.length);
	assert.equal(stdout.match(/^ {2}SDK /gm)?.length, files.length);
});
