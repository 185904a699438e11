import assert from 'node:assert/strict';
import {test} from 'node:test';
import {serveHeldStreams} from '../helpers/held-streams.js';
import {type Chat, openChat} from '../helpers/open-chat.js';

const openLive = (url: string, size: {readonly columns: number; readonly rows: number}) =>
	openChat({args: ['--base-url', url], env: {ANTHROPIC_API_KEY: 'sk-ant-test'}, ...size});

/** Whether the screen is drawn for its size: one header, one status line, no numbered event twice. */
const isWhole = (chat: Chat, columns: number, rows: number) =>
	chat.frame(
		frame =>
			frame.rows.length === rows &&
			frame.rows[0]?.includes('rec ●') === true &&
			frame.rows.filter(row => /^━+[━┷]*$/.test(row)).length === 1 &&
			Math.max(...frame.panes.map(pane => pane.x + pane.width)) === columns &&
			/streaming|complete/.test(frame.status),
	);

const numbersOf = (log: readonly string[]) => log.map(row => Number.parseInt(row.replace(/^\D+/, ''), 10));

test('the frame is whole at every size in mid-stream, and nothing that came meanwhile is missing', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openLive(api.url, {columns: 120, rows: 40});
	chat.send('Count');
	const stream = await api.next();
	stream.start();
	const words: string[] = [];
	const say = () => {
		words.push(`word${words.length}`);
		stream.text(`${words.at(-1)} `);
	};

	say();
	const sizes = [
		[80, 24],
		[40, 10],
		[200, 50],
		[60, 12],
		[41, 30],
		[120, 40],
	] as const;
	for (const [columns, rows] of sizes) {
		chat.resize(columns, rows);
		say();
		await isWhole(chat, columns, rows);
		const word = words.at(-1) ?? '';
		const frame = await chat.frame(seen => seen.rows.join('\n').includes(word));
		assert.equal(frame.rows.length, rows);
	}

	stream.finish();
	const frame = await chat.status('complete');
	assert.ok(frame.conversation.endsWith(words.join(' ')), frame.conversation);
	const numbers = numbersOf(frame.log);
	assert.deepEqual(
		numbers,
		numbers.map((_, index) => (numbers[0] ?? 0) + index),
	);
	assert.equal(frame.events.filter(name => name === 'content_block_delta').length, words.length);
});

test('a terminal that becomes narrower, and no lower, has a whole frame to its last column', async () => {
	await using chat = await openChat({demo: 'chat', columns: 120, rows: 30});
	chat.send('Hi');
	await chat.status('complete');
	for (const columns of [119, 100, 99, 60, 54]) {
		chat.resize(columns, 30);
		const {rows} = await isWhole(chat, columns, 30);
		const rules = rows.filter(row => /^[─━]/.test(row));
		assert.deepEqual(
			rules.map(row => row.length),
			rules.map(() => columns),
		);
	}
});

test('a terminal that is too small says so, and the stream goes on behind it', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openLive(api.url, {columns: 100, rows: 30});
	chat.send('Count');
	const stream = await api.next();
	stream.start();
	stream.text('before ');
	await chat.frame(({conversation}) => conversation.endsWith('before'));

	for (const [columns, rows] of [
		[39, 9],
		[40, 9],
		[39, 30],
		[5, 3],
	] as const) {
		chat.resize(columns, rows);
		await chat.waitFor(
			seen => seen.join('').includes(columns < 30 ? 'T' : '40×10') && !/[─━]/.test(seen.join('')),
		);
	}

	stream.text('meanwhile ');
	chat.resize(100, 30);
	const frame = await chat.frame(({conversation}) => conversation.endsWith('before meanwhile'));
	assert.match(frame.status, /streaming/);
	chat.write('still typing');
	await chat.frame(({rows}) => rows.join('\n').includes('still typing'));
});

test('a storm of sizes during a fast stream ends in one whole frame', async () => {
	await using chat = await openChat({demo: 'chat', speed: 10, columns: 120, rows: 40});
	chat.send('How do large language models work?');
	await chat.frame(({events}) => events.includes('content_block_delta'));
	for (let step = 0; step < 60; step++) {
		chat.resize(36 + ((step * 37) % 160), 8 + ((step * 13) % 40));
		await chat.settled();
	}

	chat.resize(110, 36);
	await isWhole(chat, 110, 36);
	const frame = await chat.status('complete');
	assert.ok(frame.events.includes('end'));

	// The same size again: the terminal shows what it showed, and nothing is left over from before.
	chat.resize(111, 37);
	await isWhole(chat, 111, 37);
	chat.resize(110, 36);
	// A terminal tells a blank that was written from one that was not.
	const text = (rows: readonly string[]) => rows.map(row => row.trimEnd()).join('\n');
	const again = await chat.frame(({rows}) => rows.length === 36 && text(rows) === text(frame.rows));
	assert.deepEqual(again.panes, frame.panes);
});
