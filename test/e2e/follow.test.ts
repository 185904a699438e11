import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {appendFileSync, createWriteStream, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {encodeLine} from '../../source/recording/recording-format.js';
import {Trace} from '../../source/trace/trace.js';
import {appendExchange} from '../helpers/append-exchange.js';
import {chatMethods, openChat} from '../helpers/open-chat.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {builtProgram, openTerminal} from '../helpers/terminal.js';

const events = [
	'event: message_start\ndata: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],"usage":{"input_tokens":1,"output_tokens":1}}}\n\n',
	'event: content_block_start\ndata: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}\n\n',
	'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Raw words"}}\n\n',
	'event: message_stop\ndata: {"type":"message_stop"}\n\n',
] as const;

/** Starts a command with a pipe as its standard input, in a terminal. What is written into the pipe arrives at once. */
const openPiped = (folder: string, args: string) => {
	const pipe = path.join(folder, 'pipe');
	execFileSync('mkfifo', [pipe]);
	const terminal = openTerminal({
		file: '/bin/sh',
		args: ['-c', `'${process.execPath}' '${builtProgram}' ${args} < '${pipe}'`],
		columns: 130,
		rows: 40,
	});
	const stream = createWriteStream(pipe);
	return {...terminal, ...chatMethods(terminal), stream};
};

for (const args of ['follow -', 'replay -', 'inspect --live -']) {
	test(`${args} fills its screen while the stream comes, and takes keys from the terminal`, async () => {
		using folder = temporaryFolder();
		const player = openPiped(folder.path, args);
		await using _ = player;
		const [start, block, delta, stop] = events;
		player.stream.write(start);
		const first = await player.frame(({events}) => events.at(-1) === 'message_start');
		assert.match(first.rows[0] ?? '', /follow standard input · raw stream +3 events · 184 B/);
		assert.match(first.rows.at(-2) ?? '', /▶ live .*3\/3 · following/);
		player.stream.write(`${block}${delta}`);
		const words = await player.frame(({conversation}) => conversation.includes('Raw words'));
		assert.equal(words.log.length, 5);
		player.press(',');
		await player.frame(({rows}) => /❚❚ .*4\/5 · 1 event waits, press 0 for live/.test(rows.at(-2) ?? ''));
		player.stream.write(stop);
		await player.frame(({rows}) => /4\/6 · 2 events wait/.test(rows.at(-2) ?? ''));
		player.stream.end();
		await player.frame(({rows}) => (rows[0] ?? '').includes('the input has ended'));
		player.press('0');
		const end = await player.frame(({log}) => / end +complete/.test(log.at(-1) ?? ''));
		assert.match(end.rows.at(-2) ?? '', /▶ live .*7\/7/);
		player.press('q');
		const {code} = await player.exited;
		const isReport = args.startsWith('inspect');
		assert.equal(code, isReport ? 1 : 0);
		if (isReport) {
			assert.match(player.text(), /✗ -: not valid/);
		}
	});
}

test('a recording that another process writes grows in the screen; a file that shrinks is said', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'growing.ndjson');
	const trace = new Trace();
	appendExchange(trace, {
		messages: [{role: 'user', content: 'Question'}],
		answer: 'Answer',
		outcome: 'complete',
	});
	const header = {type: 'recording', version: 1, app: 'a', startedAt: '', mode: 'live', title: 'Growing'};
	const [first = '', ...rest] = [header, ...trace.events].map(line => encodeLine(line));
	writeFileSync(file, `${first}${rest.slice(0, 2).join('')}`);
	await using player = await openChat({args: ['follow', file], columns: 130, rows: 40});
	await player.frame(({log}) => log.length === 2);
	appendFileSync(file, rest.slice(2).join('').slice(0, -9));
	const torn = await player.frame(({conversation}) => conversation.includes('Answer'));
	assert.match(torn.rows[0] ?? '', /follow Growing · recording · live +4 events/);
	appendFileSync(file, rest.join('').slice(-9));
	await player.frame(({log}) => / end +complete/.test(log.at(-1) ?? ''));
	truncateSync(file);
	await player.status('The file has shrunk');
	player.press('q');
	assert.deepEqual(await player.exited, {code: 0, signal: null});
});

test('the newest session of a running chat is followed by --last', async () => {
	await using chat = await openChat({demo: 'chat', columns: 100, rows: 30});
	await chat.sendEach('Hello');
	await chat.status('complete');
	await using player = await openChat({args: ['follow', '--last'], home: chat.home, columns: 100, rows: 30});
	await player.frame(({log}) => / end +complete/.test(log.at(-1) ?? ''));
	await chat.sendEach('Once more');
	await player.frame(({conversation}) => conversation.includes('Once more'));
	player.press('q');
	assert.equal((await player.exited).code, 0);
});

test('inspect tells the clocks and the reads of a pipe in which the stream paused', async () => {
	const child = spawn(process.execPath, [builtProgram, 'inspect', '--json', '-'], {
		env: {HOME: '/nonexistent'},
	});
	let report = '';
	child.stdout.on('data', data => {
		report += data;
	});
	const [start, ...others] = events;
	// More than the pipe holds: once it is written, the program is reading.
	const comment = `: ${'x'.repeat(300_000)}\n`;
	await new Promise(resolve => {
		child.stdin.write(`${start}${comment}`, resolve);
	});
	// The pause is what is tested: a pipe without one is a file.
	setTimeout(() => child.stdin.end(others.join('')), 400);
	await new Promise(resolve => {
		child.on('close', resolve);
	});
	const [file] = JSON.parse(report).files;
	assert.equal(file.pacing, 'recorded');
	assert.ok(file.exchanges[0].clocks.ttft - file.exchanges[0].clocks.firstEvent >= 390);
});
