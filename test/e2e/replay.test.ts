import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {encodeLine} from '../../source/recording/recording-format.js';
import {Trace} from '../../source/trace/trace.js';
import {appendExchange} from '../helpers/append-exchange.js';
import {type ChatFrame, chatMethods, openChat} from '../helpers/open-chat.js';
import {runProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {builtProgram, openTerminal} from '../helpers/terminal.js';
import {createTerminalScreen} from '../helpers/terminal-screen.js';

/** A recording of three exchanges of five events each, of which the second one failed; its events are 100 ms apart. */
const recordingLines = (): string => {
	const trace = new Trace();
	for (const [index, outcome] of (['complete', 'failed', 'complete'] as const).entries()) {
		appendExchange(trace, {
			messages: [{role: 'user', content: `Question ${index + 1}`}],
			answer: `Answer ${index + 1}`,
			outcome,
		});
	}

	const header = {
		type: 'recording',
		version: 1,
		app: 'streamscope/test',
		startedAt: '2026-11-22T15:00:00.000Z',
		mode: 'live',
		title: 'Three answers',
	};
	return [header, ...trace.events.map(event => ({...event, at: event.at * 100}))]
		.map(line => encodeLine(line))
		.join('');
};

const rawStream = [
	'event: message_start\ndata: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],"usage":{"input_tokens":1,"output_tokens":1}}}',
	'event: content_block_start\ndata: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}',
	'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Raw words"}}',
	'event: message_stop\ndata: {"type":"message_stop"}',
]
	.map(event => `${event}\n\n`)
	.join('');

const openReplay = async (
	content: string,
	args: readonly string[] = [],
	size: {readonly columns?: number; readonly rows?: number} = {},
) => {
	const folder = temporaryFolder();
	const file = path.join(folder.path, 'played');
	writeFileSync(file, content);
	const player = await openChat({args: ['replay', ...args, file], ...size});
	return {
		...player,
		async [Symbol.asyncDispose]() {
			await player.close();
			folder[Symbol.dispose]();
		},
	};
};

/** Where the playhead stands, as the scrubber says it: `7/15`. */
const placeOf = ({rows}: ChatFrame) => /(\d+)\/(\d+)/.exec(rows.at(-2) ?? '')?.[0];

/** There is no prompt below it. */
const inspectorOf = ({panes}: ChatFrame) => panes.at(-1)?.rows.join('\n') ?? '';

/** It has played to the end and stands there. */
const isAtEnd = ({rows}: ChatFrame) => /^ ❚❚ .* (\d+)\/\1 /.test(rows.at(-2) ?? '');

/** Whether it shows what the SDK made of the last event: without a response, nothing. */
const isJudged = ({log}: ChatFrame) => / – [└│┌●]/.test(log.findLast(row => !/[═→]/.test(row)) ?? '');

/** What is drawn of the prefix, without the scrubber and the header. */
const picture = ({panes}: ChatFrame) => panes.map(({rows}) => rows.join('\n'));

test('a recording plays by itself to its end; stepping back shows what a shorter prefix shows', async () => {
	await using player = await openReplay(recordingLines(), ['--speed', 'max']);
	const end = await player.frame(frame => placeOf(frame) === '15/15' && isJudged(frame));
	assert.match(end.rows[0] ?? '', /replay Three answers · recording · live · 2026-11-22/);
	assert.match(end.conversation, /Question 1 .*Answer 1 .*Answer 2 .*Answer 3/);
	for (const length of [14, 13, 12]) {
		player.press(',');
		const back = await player.frame(frame => placeOf(frame) === `${length}/15` && isJudged(frame));
		await using fresh = await openReplay(recordingLines(), ['--paused', '--from', String(length)]);
		const forward = await fresh.frame(frame => placeOf(frame) === `${length}/15` && isJudged(frame));
		assert.deepEqual(picture(back), picture(forward));
	}

	player.press('.', '.', '.');
	const again = await player.frame(frame => placeOf(frame) === '15/15' && isJudged(frame));
	assert.deepEqual(picture(again), picture(end));
	player.press('q');
	assert.deepEqual(await player.exited, {code: 0, signal: null});
	assert.equal(player.isAlternateScreen(), false);
});

test('keys go to exchanges, errors, event numbers and times, and stop at a breakpoint', async () => {
	await using player = await openReplay(recordingLines(), ['--paused']);
	const stands = (place: string) => player.frame(frame => placeOf(frame)?.trim() === place);
	await stands('0/15');
	player.press(']', ']');
	await stands('6/15');
	player.press('[');
	await stands('1/15');
	// These streams lack fields and a message_stop, which are errors before that of the second exchange.
	for (const place of ['2/15', '4/15', '7/15', '10/15']) {
		player.press('e', 'o');
		await stands(place);
	}

	player.write(':3\r');
	const third = await stands('3/15');
	assert.match(third.log.find(row => row.startsWith('▶')) ?? '', /^▶ +3 .*content_block_start/);
	player.write(':700ms\r');
	await stands('8/15');
	player.write('btype:message_start\r');
	player.write('>>>>>> ');
	const stopped = await player.frame(({status}) => status.includes('stopped at type:message_start'));
	assert.equal(placeOf(stopped), '12/15');
	player.press('G', 'o');
	await stands('15/15');
	player.press('g', 'o');
	await stands('1/15');
	// A key of the chat that there is nothing for: no prompt opens, nothing is typed.
	player.press('i', 'escape', 'escape');
	player.paste('hello');
	player.press('.');
	const still = await stands('2/15');
	assert.doesNotMatch(still.rows.join('\n'), /hello|Prompt/);
});

test('a loop begins again', async () => {
	await using player = await openReplay(recordingLines(), ['--speed', 'max']);
	await player.frame(isAtEnd);
	player.press('L');
	player.write(' ');
	for (const place of ['15/15', '0/15', '15/15']) {
		await player.frame(
			frame => placeOf(frame)?.trim() === place && (frame.rows.at(-2) ?? '').includes('▶ max ↻'),
		);
	}
});

test('a raw stream comes from a pipe, the keys from the terminal, and its times are called made up', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'raw.sse');
	writeFileSync(file, rawStream);
	const terminal = openTerminal({
		file: '/bin/sh',
		args: ['-c', `cat '${file}' | '${process.execPath}' '${builtProgram}' replay --speed max -`],
	});
	const player = {...terminal, ...chatMethods(terminal)};
	await using _ = player;
	const frame = await player.frame(isAtEnd);
	assert.match(frame.conversation, /Raw words/);
	assert.match(frame.rows[0] ?? '', /replay standard input · raw stream .*the pace is made up/);
	player.press('g', 'o');
	await player.frame(one => placeOf(one)?.startsWith('1/') ?? false);
	player.press('q');
	assert.equal((await player.exited).code, 0);
});

test('a captured stream at which the SDK throws is not called complete', async () => {
	const twice = `${rawStream.slice(0, rawStream.indexOf('\n\n') + 2)}${rawStream}`;
	await using player = await openReplay(twice, ['--speed', 'max']);
	const frame = await player.frame(one => isAtEnd(one) && one.status.includes('failed'));
	assert.match(frame.log.at(-1) ?? '', /═ end +failed · Cannot read the stream/);
	assert.match(frame.log[1] ?? '', /← response +status not known/);
	assert.match(frame.conversation, /Unexpected event order, got message_start/);
	assert.match(inspectorOf(frame), /the SDK returned no final message/);
	await using whole = await openReplay(rawStream, ['--speed', 'max']);
	const end = await whole.frame(one => isAtEnd(one) && one.status.includes('complete'));
	assert.match(inspectorOf(end), /equals the SDK’s finalMessage/);
});

test('an exported cast, played into a terminal, ends in the screen in which the player ends', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'played');
	writeFileSync(file, recordingLines());
	const {stdout} = await runProgram(['sessions', 'export', file, '--to', 'cast', '--size', '90x24']);
	const [header, ...lines] = stdout
		.trimEnd()
		.split('\n')
		.map(line => JSON.parse(line) as unknown);
	assert.deepEqual(header, {
		version: 2,
		width: 90,
		height: 24,
		env: {TERM: 'xterm-256color'},
		title: 'Three answers',
	});
	const played = lines as ReadonlyArray<readonly [at: number, code: string, data: string]>;
	const duration = played.at(-1)?.[0] ?? 0;
	// Two pauses between exchanges, of which nobody waits out more than a second, and twelve gaps of 100 ms.
	assert.equal(duration.toFixed(3), '1.400');
	const screen = createTerminalScreen({columns: 90, rows: 24, kittyKeyboard: false, reply() {}});
	for (const [, , data] of played) {
		await screen.feed(data);
	}

	await using player = await openReplay(recordingLines(), ['--speed', '100'], {columns: 90, rows: 24});
	const end = await player.frame(frame => isAtEnd(frame) && isJudged(frame));
	// The scrubber says how fast it plays.
	const withoutScrubber = (rows: readonly string[]) => rows.toSpliced(-2, 1).map(row => row.trimEnd());
	assert.deepEqual(withoutScrubber(screen.rows()), withoutScrubber(end.rows));
	screen.dispose();
});

test('in a cast nothing of an earlier frame is left beside text that is hard to measure', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'unicode.ndjson');
	await runProgram(['ask', '--demo', 'unicode', '--demo-speed', '10', '--record', file, 'Hello']);
	const {stdout} = await runProgram(['sessions', 'export', file, '--to', 'cast', '--size', '120x36']);
	const frames = stdout
		.trimEnd()
		.split('\n')
		.slice(1)
		.map(line => String((JSON.parse(line) as readonly unknown[])[2]));
	assert.ok(frames.length > 3);
	// What was written into each row last.
	const rows = new Map<string, string>();
	for (const [drawn, row = ''] of frames
		.join('')
		.matchAll(/\u001B\[(\d+);1H(?:(?!\u001B\[\d+;1H)[\s\S])*/g)) {
		rows.set(row, drawn);
	}

	const shown = await Promise.all(
		[frames, [...rows.values()]].map(async pieces => {
			const screen = createTerminalScreen({columns: 120, rows: 36, kittyKeyboard: false, reply() {}});
			for (const piece of pieces) {
				await screen.feed(piece);
			}

			return screen.rows();
		}),
	);
	assert.deepEqual(shown[0], shown[1]);
});

for (const [columns, rows] of [
	[120, 40],
	[80, 24],
	[40, 10],
] as const) {
	test(`the player fits ${columns}×${rows}`, async () => {
		await using player = await openReplay(recordingLines(), ['--paused', '--from', '9'], {columns, rows});
		const frame = await player.frame(one => placeOf(one)?.trim() === '9/15');
		assert.equal(frame.rows.length, rows);
		assert.match(frame.rows.at(-2) ?? '', /^ ❚❚ 1× .*┃.*▲/);
		assert.equal(/^ text .*▪/.test(frame.rows.at(-3) ?? ''), rows >= 30);
		assert.match(frame.log.find(row => row.startsWith('▶')) ?? '', /^▶ *9\D/);
		player.press('.');
		await player.frame(one => placeOf(one) === '10/15');
	});
}

test('what is of no use in a damaged file is said; a file with nothing in it is refused', async () => {
	const lines = recordingLines().split('\n');
	await using player = await openReplay(
		[...lines.slice(0, 7), '{"type":"sse", cut', ...lines.slice(7)].join('\n'),
	);
	await player.status('1 line was skipped: line 8');

	using folder = temporaryFolder();
	const empty = path.join(folder.path, 'empty');
	writeFileSync(empty, 'hello');
	for (const file of [empty, path.join(folder.path, 'missing')]) {
		const {code, stderr} = await runProgram(['replay', file]);
		assert.equal(code, 2);
		assert.match(stderr, /^streamscope: The player needs a terminal\./);
		const terminal = openTerminal({args: ['replay', file]});
		await using _ = terminal;
		assert.equal((await terminal.exited).code, 2);
		assert.match(terminal.text(), /There is nothing to play|No file or session is called/);
	}
});

test('wrong values of the flags are named', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'played');
	writeFileSync(file, recordingLines());
	for (const [flag, value, words] of [
		['--speed', '0', /--speed cannot be "0"/],
		['--idle-limit', 'x', /--idle-limit cannot be "x"/],
		['--from', '99', /--from "99" is not in the trace/],
	] as const) {
		const terminal = openTerminal({args: ['replay', flag, value, file]});
		await using _ = terminal;
		assert.equal((await terminal.exited).code, 2);
		assert.match(terminal.text(), words);
	}
});

test('two recordings are played in step, by time or by event', async () => {
	using folder = temporaryFolder();
	const [one, other] = ['one', 'other'].map(name => path.join(folder.path, name));
	assert.ok(one !== undefined && other !== undefined);
	writeFileSync(one, recordingLines());
	writeFileSync(other, recordingLines().replace('Answer 2', 'Another answer'));
	await using player = await openChat({args: ['replay', '--paused', one, other]});
	await player.frame(({rows}) => rows[0]?.includes('replay one · other') === true);
	player.press('.', '.', '.', '.');
	await player.frame(({rows}) => rows.some(row => /▶ #4 .* = #4 /.test(row)));
	player.press('n');
	const differing = await player.status('difference 1 of 1');
	assert.match(differing.rows[0] ?? '', /in step by event/);
	assert.ok(differing.rows.some(row => /▶ #9 .*"Answer 2".* ≠ #9 .*"Another answer"/.test(row)));
	player.press('q');
	assert.deepEqual(await player.exited, {code: 0, signal: null});

	const refused = openTerminal({args: ['replay', '--from', '3', one, other]});
	await using _ = refused;
	assert.equal((await refused.exited).code, 2);
	assert.match(refused.text(), /--from cannot be used with two recordings/);
});
