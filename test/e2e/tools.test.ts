import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {hostileSequences} from '../../source/demo/texts/hostile-text.js';
import {eventually} from '../helpers/eventually.js';
import {type HeldStream, serveHeldStreams} from '../helpers/held-streams.js';
import {type Chat, openChat} from '../helpers/open-chat.js';
import {focusOf} from '../helpers/screen-facts.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {openTerminal} from '../helpers/terminal.js';

const env = {ANTHROPIC_API_KEY: 'sk-ant-test-1234567890'};
const schema = {type: 'object'};

/** The demo's own two tools, with what a test adds to them. */
const demoTools = (weather: object = {}, time: object = {}) => [
	{name: 'get_weather', input_schema: schema, ...weather},
	{name: 'get_local_time', input_schema: schema, ...time},
];

const toolFile = (folder: string, tools: readonly object[]): string => {
	const file = path.join(folder, 'tools.json');
	writeFileSync(file, JSON.stringify({tools}));
	return file;
};

/** The message that answers the calls, as the server of the demo quotes it. */
const quoted = (chat: Chat, words: string) => chat.frame(({conversation}) => conversation.includes(words));

test('the demo runs its two tools itself and comes to its end', async () => {
	await using chat = await openChat({demo: 'tools', rows: 240});
	chat.send('What is the weather?');
	const frame = await quoted(chat, 'the results go back with the next request.');
	assert.match(frame.conversation, /↳ get_weather · result/);
	assert.match(
		frame.conversation,
		/↳ get_local_time · result │ \{"timezone":"Europe\/Lisbon","time":"14:05"\}/,
	);
	assert.equal(frame.conversation.match(/You /g)?.length, 1, 'one prompt');
	assert.doesNotMatch(frame.conversation, /waits for tool results/);
	assert.equal(frame.events.filter(name => name === 'request').length, 2);
});

test('by hand: one result and one faked error, and the next request brings both', async () => {
	using folder = temporaryFolder();
	const args = ['--tools', toolFile(folder.path, demoTools())];
	await using chat = await openChat({demo: 'tools', rows: 160, args});
	chat.send('What is the weather?');
	const waiting = await chat.status('get_weather waits for its result: Tab, then r or e');
	assert.match(waiting.conversation, /▸ get_weather .*r result · e error.*· get_local_time/);

	chat.press('tab');
	chat.write('r');
	await chat.status('Result:');
	chat.send('{"celsius": 21}');
	await quoted(chat, '✓ get_weather │ result: {"celsius": 21}');
	chat.write('e');
	await chat.status('Error:');
	chat.send('the clock is broken');
	const frame = await quoted(chat, 'the results go back with the next request.');
	assert.match(frame.conversation, /1\. a result: \{"celsius": 21\}/);
	assert.match(frame.conversation, /2\. an error: the clock is broken/);
	assert.match(frame.conversation, /✗ get_local_time · error/);
});

test('by command: asked for before it runs, and its exit code makes an error', async () => {
	using folder = temporaryFolder();
	const tools = demoTools(
		{command: ['sh', '-c', 'cat; echo']},
		{command: 'echo no such zone >&2; exit 2', run: 'ask'},
	);
	await using chat = await openChat({
		demo: 'tools',
		columns: 180,
		rows: 160,
		args: ['--tools', toolFile(folder.path, tools)],
	});
	chat.send('What is the weather?');
	await chat.status('Tab, then r, e or c');
	chat.press('tab');
	chat.write('c');
	await quoted(chat, 'Run sh -c "cat; echo"? Enter runs it, Esc does not.');
	chat.press('enter');
	await quoted(chat, '✓ get_weather │ result: {"location":"Lisbon,');
	chat.write('c');
	await quoted(chat, 'Run echo no such zone >&2; exit 2? Enter runs it');
	chat.press('enter');
	const frame = await quoted(chat, 'the results go back with the next request.');
	assert.match(
		frame.conversation,
		/✗ get_local_time · error │ no such zone │ The command failed: exit code 2\./,
	);
});

test('commands that run always need no key', async () => {
	using folder = temporaryFolder();
	const always = {command: ['sh', '-c', 'echo done'], run: 'always'};
	const args = ['--tools', toolFile(folder.path, demoTools(always, always))];
	await using chat = await openChat({demo: 'tools', rows: 160, args});
	chat.send('What is the weather?');
	const frame = await quoted(chat, 'the results go back with the next request.');
	assert.match(frame.conversation, /1\. a result: done .*2\. a result: done/);
});

test('Esc leaves the card; a new question says that the calls were not run', async () => {
	using folder = temporaryFolder();
	const args = ['--tools', toolFile(folder.path, demoTools())];
	await using chat = await openChat({demo: 'tools', rows: 160, args});
	chat.send('What is the weather?');
	await chat.status('waits for tool results');
	chat.press('tab');
	await chat.frame(frame => focusOf(frame) === 'Conversation');
	chat.press('escape');
	await chat.frame(frame => focusOf(frame) === 'Prompt');
	chat.send('And now?');
	const frame = await quoted(chat, 'Nobody ran the tools');
	assert.match(
		frame.conversation,
		/1\. an error: This tool was not run.*2\. an error: This tool was not run/,
	);
	await chat.status('the model is told that 2 tools were not run');
});

test('a call that was left open can be answered in a resumed session, from the prompt', async () => {
	using folder = temporaryFolder();
	using home = temporaryFolder();
	const args = ['--tools', toolFile(folder.path, demoTools())];
	{
		await using chat = await openChat({demo: 'tools', args, home: home.path});
		chat.send('What is the weather?');
		await chat.status('waits for tool results');
		chat.send('quit');
		await chat.exited;
	}

	await using chat = await openChat({
		demo: 'tools',
		args: [...args, '--continue'],
		home: home.path,
		rows: 160,
	});
	await quoted(chat, '▸ get_weather');
	chat.send('/result sunny');
	await quoted(chat, '✓ get_weather │ result: sunny');
	chat.send('/fail no clock');
	const frame = await quoted(chat, 'the results go back with the next request.');
	assert.match(frame.conversation, /1\. a result: sunny 2\. an error: no clock/);
});

test('a paused turn continues by a key', async () => {
	await using chat = await openChat({demo: 'pause', rows: 240});
	chat.send('Search for me');
	await chat.status('the turn is paused: Tab, then c, continues it');
	chat.press('tab');
	chat.write('c');
	const frame = await chat.status('complete');
	assert.match(frame.conversation, /web search result/);
	assert.equal(frame.events.filter(name => name === 'request').length, 2);
});

/** Answers with calls of tools, each with its input as JSON. */
const answerWithCalls = (
	stream: HeldStream,
	calls: ReadonlyArray<{readonly name: string; readonly input: string}>,
) => {
	stream.start();
	stream.event({type: 'content_block_stop', index: 0});
	for (const [index, {name, input}] of calls.entries()) {
		const content_block = {type: 'tool_use', id: `toolu_${index}`, name, input: {}};
		stream.event({type: 'content_block_start', index: index + 1, content_block});
		const delta = {type: 'input_json_delta', partial_json: input};
		stream.event({type: 'content_block_delta', index: index + 1, delta});
		stream.event({type: 'content_block_stop', index: index + 1});
	}

	stream.event({
		type: 'message_delta',
		delta: {stop_reason: 'tool_use', stop_sequence: null},
		usage: {output_tokens: 9},
	});
	stream.event({type: 'message_stop'});
	stream.end();
};

const openAt = (url: string, args: readonly string[] = [], options: object = {}) =>
	openChat({args: ['--base-url', url, ...args], env, columns: 150, rows: 60, ...options});

test('what the command gets and what goes back: the input as JSON, the definitions without the commands', async () => {
	await using api = await serveHeldStreams();
	using folder = temporaryFolder();
	const trap = path.join(folder.path, 'trap');
	const tools = [
		{
			name: 'look',
			description: 'Looks.',
			input_schema: schema,
			command: ['cat'],
			run: 'always',
			timeLimit: 9,
		},
	];
	await using chat = await openAt(api.url, ['--tools', toolFile(folder.path, tools)]);
	chat.send('Look');
	const first = await api.next();
	assert.deepEqual((first.asked as {tools?: unknown}).tools, [
		{name: 'look', description: 'Looks.', input_schema: schema},
	]);
	const input = {at: `$(touch ${trap}); \`touch ${trap}\` ☃ "'`};
	answerWithCalls(first, [{name: 'look', input: JSON.stringify(input)}]);
	const second = await api.next();
	assert.deepEqual(second.asked.messages.slice(1), [
		{role: 'assistant', content: [{type: 'tool_use', id: 'toolu_0', name: 'look', input}]},
		{
			role: 'user',
			content: [{type: 'tool_result', tool_use_id: 'toolu_0', content: JSON.stringify(input)}],
		},
	]);
	assert.equal(existsSync(trap), false);
	second.start();
	second.text('Seen.');
	second.finish();
	await chat.status('complete');
});

test('hostile names, inputs and outputs are shown and not obeyed, and no key of ours reaches a result', async () => {
	await using api = await serveHeldStreams();
	using folder = temporaryFolder();
	const attack = hostileSequences.map(({sequence}) => sequence).join('');
	const name = `bad${attack}`;
	const output = path.join(folder.path, 'output');
	writeFileSync(output, `${attack}\nkey: [${env.ANTHROPIC_API_KEY}]`);
	const tools = [
		{name, input_schema: schema, command: `cat ${output}; echo "<$ANTHROPIC_API_KEY>"`, run: 'always'},
		{name: 'ask', input_schema: schema, command: ['echo', attack]},
	];
	await using chat = await openAt(api.url, ['--no-title', '--tools', toolFile(folder.path, tools)]);
	const from = chat.raw().length;
	const title = chat.title();
	chat.send('Attack');
	answerWithCalls(await api.next(), [
		{name, input: JSON.stringify({attack})},
		{name: 'ask', input: '{}'},
	]);
	await quoted(chat, '✓ bad');
	chat.press('tab');
	chat.write('c');
	await quoted(chat, 'Enter runs it');
	chat.press('enter');
	const next = await api.next();
	const sent = JSON.stringify(next.asked.messages);
	assert.equal(sent.includes(env.ANTHROPIC_API_KEY), false);
	assert.match(sent, /<>/);
	next.start();
	next.text('Done.');
	next.finish();
	await chat.status('complete');
	assert.equal(chat.title(), title);
	for (const {name: what, sequence} of hostileSequences.filter(one => one.name !== 'hide cursor')) {
		assert.ok(!chat.raw().slice(from).includes(sequence), what);
	}
});

test('a command that runs is ended by Esc and when the chat ends', async () => {
	using folder = temporaryFolder();
	const mark = path.join(folder.path, 'mark');
	const slow = {command: `trap 'echo ended >> ${mark}; exit' TERM; echo begun >> ${mark}; sleep 60 & wait`};
	const args = ['--tools', toolFile(folder.path, demoTools(slow))];
	await using chat = await openChat({demo: 'tools', rows: 160, args});
	chat.send('What is the weather?');
	await chat.status('waits for tool results');
	const marks = () => (existsSync(mark) ? readFileSync(mark, 'utf8').trim().split('\n') : []);
	chat.press('tab');
	for (const count of [1, 2]) {
		chat.write('c');
		await quoted(chat, 'Enter runs it');
		chat.press('enter');
		// The screen does not say so, and nothing on it changes any more.
		await eventually(() => marks().length, count * 2 - 1);
		if (count === 1) {
			chat.press('escape');
			await eventually(() => marks().length, 2);
			await quoted(chat, 'r result');
		}
	}

	chat.press('ctrl+c', 'ctrl+c');
	await chat.exited;
	assert.deepEqual(marks(), ['begun', 'ended', 'begun', 'ended']);
});

test('a file of tools that is wrong is refused before the chat starts', async () => {
	using folder = temporaryFolder();
	const file = toolFile(folder.path, [{name: 'a'}]);
	await using terminal = openTerminal({args: ['--demo', '--tools', file], columns: 150});
	assert.deepEqual(await terminal.exited, {code: 2, signal: null});
	assert.match(terminal.text(), /tools\.json: tool 1 is wrong\.\s+A tool of your own needs "input_schema"/);
});
