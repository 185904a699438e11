import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {type Chat, chatMethods} from '../helpers/open-chat.js';
import {builtProgram, openTerminal, type Terminal} from '../helpers/terminal.js';
import {initialTerminalModes} from '../helpers/terminal-modes.js';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

/** An answer of a quarter of a minute: whatever happens, it happens in the middle of it. */
const demo = ['--demo', 'long', '--demo-speed', '4'];

/** The chat below a witness that tells how it ended, in the middle of an answer. */
const openWitnessed = async (env: Readonly<Record<string, string>> = {}): Promise<Chat> => {
	const terminal = openTerminal({
		file: process.execPath,
		args: [
			fixture('terminal-witness.mjs'),
			process.execPath,
			'--import',
			fixture('throw-on-signal.mjs'),
			builtProgram,
			...demo,
		],
		columns: 100,
		rows: 30,
		env,
		kittyKeyboard: true,
	});
	const chat = {...terminal, ...chatMethods(terminal)};
	try {
		await beginAnswer(chat);
		return chat;
	} catch (error) {
		await chat.close();
		throw error;
	}
};

const beginAnswer = async (chat: Chat) => {
	await chat.waitFor(() => chat.modes().bracketedPaste);
	chat.send('Write me a long essay on the American Revolution');
	await chat.frame(({conversation}) => conversation.includes('The American Revolution'));
	// There is something to give back. The kitty keyboard protocol is on as well, unless the machine was too slow to ask for it.
	const {alternateScreen, bracketedPaste, focusReports} = chat.modes();
	assert.deepEqual(
		{alternateScreen, bracketedPaste, focusReports},
		{alternateScreen: true, bracketedPaste: true, focusReports: true},
	);
};

/** What the shell finds: its own screen, and everything as it was. */
const assertRestored = async (chat: Chat) => {
	await chat.waitFor('settings ');
	await chat.exited;
	assert.deepEqual(chat.modes(), initialTerminalModes);
	assert.match(chat.text(), /settings as before/);
	assert.doesNotMatch(chat.text(), /[━┬┴├]/);
};

test('quit gives the terminal back as it was', async () => {
	await using chat = await openWitnessed();
	chat.press('escape');
	await chat.status('interrupted');
	chat.send('quit');
	await assertRestored(chat);
	assert.match(chat.text(), /ended with code 0, signal null/);
});

test('Ctrl+C twice in the middle of an answer gives the terminal back as it was', async () => {
	await using chat = await openWitnessed();
	chat.press('ctrl+c', 'ctrl+c');
	await assertRestored(chat);
	assert.match(chat.text(), /ended with code \d+, signal null/);
});

for (const [signal, code] of [
	['SIGTERM', 143],
	['SIGHUP', 129],
	['SIGQUIT', 131],
	['SIGABRT', 134],
] as const) {
	test(`${signal} in the middle of an answer gives the terminal back as it was`, async () => {
		await using chat = await openWitnessed();
		chat.kill(signal);
		await assertRestored(chat);
		assert.match(chat.text(), new RegExp(`ended with code (${code}, signal null|null, signal ${signal})`));
	});
}

/** What a program cannot hear of: V8 aborts it, or the system kills it. */
const suddenEnds = [
	['SIGKILL', {}],
	['want of memory', {THROW: 'memory', NODE_OPTIONS: '--max-old-space-size=60'}],
] as const;

for (const [name, env] of suddenEnds) {
	test(`after ${name} the terminal is as it was, and a sentence says that the program is gone`, async () => {
		await using chat = await openWitnessed(env);
		chat.kill(name === 'SIGKILL' ? 'SIGUSR1' : 'SIGUSR2');
		await assertRestored(chat);
		assert.match(chat.text(), /^streamscope was ended from outside, or for want of memory\./m);
		assert.match(chat.text(), /ended with code null, signal SIG(KILL|ABRT)/);
	});
}

for (const way of ['exception', 'rejection', 'component']) {
	test(`after an error that nobody caught (${way}) the terminal is as it was, with the error on the normal screen`, async () => {
		await using chat = await openWitnessed({THROW: way});
		chat.kill('SIGUSR2');
		await assertRestored(chat);
		assert.match(chat.text(), /ended with code 1, signal null/);
		assert.match(chat.text(), /thrown by the test/);
	});
}

/** The race of `compare` below the same witness. */
const openComparison = async (env: Readonly<Record<string, string>> = {}): Promise<Terminal> => {
	const terminal = openTerminal({
		file: process.execPath,
		args: [
			fixture('terminal-witness.mjs'),
			process.execPath,
			'--import',
			fixture('throw-on-signal.mjs'),
			builtProgram,
			'compare',
			...demo,
		],
		columns: 100,
		rows: 30,
		env,
	});
	try {
		await terminal.waitFor('Ctrl+C stops');
		const {alternateScreen, cursorVisible} = terminal.modes();
		assert.deepEqual({alternateScreen, cursorVisible}, {alternateScreen: true, cursorVisible: false});
		return terminal;
	} catch (error) {
		await terminal[Symbol.asyncDispose]();
		throw error;
	}
};

for (const signal of ['SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGABRT'] as const) {
	test(`${signal} in the middle of a comparison gives the terminal back as it was`, async () => {
		await using terminal = await openComparison();
		terminal.kill(signal);
		await terminal.waitFor('settings as before');
		await terminal.exited;
		assert.deepEqual(terminal.modes(), initialTerminalModes);
		assert.match(terminal.text(), new RegExp(`ended with code null, signal ${signal}`));
	});
}

for (const way of ['exception', 'rejection']) {
	test(`after an error that nobody caught (${way}) a comparison leaves the terminal as it was`, async () => {
		await using terminal = await openComparison({THROW: way});
		terminal.kill('SIGUSR2');
		await terminal.waitFor('settings as before');
		await terminal.exited;
		assert.deepEqual(terminal.modes(), initialTerminalModes);
		assert.match(terminal.text(), /ended with code 1, signal null/);
		assert.match(terminal.text(), /thrown by the test/);
	});
}

test('Ctrl+Z hands the terminal to the shell, and fg brings the whole screen back', async () => {
	const terminal = openTerminal({
		file: '/bin/sh',
		args: ['-i'],
		columns: 100,
		rows: 30,
		env: {PS1: 'shell> '},
		kittyKeyboard: true,
	});
	const chat = {...terminal, ...chatMethods(terminal)};
	await using _ = chat;
	await chat.waitFor('shell>');
	chat.send(`'${process.execPath}' '${builtProgram}' ${demo.join(' ')}`);
	await beginAnswer(chat);

	chat.press('ctrl+z');
	await chat.waitFor(/Stopped.*shell>/s);
	assert.deepEqual(chat.modes(), initialTerminalModes);
	chat.send('stty -a');
	await chat.waitFor(/[^-]icanon.*[^-]echo /s);

	chat.send('fg');
	const frame = await chat.frame(({conversation}) => conversation.includes('The American Revolution'));
	assert.ok(frame.status.includes('streaming'));
	chat.write('typed after fg');
	await chat.frame(({rows}) => rows.join('\n').includes('typed after fg'));
	chat.press('ctrl+c', 'ctrl+c');
	await chat.waitFor(rows => !chat.isAlternateScreen() && rows.findLast(row => row !== '') === 'shell> ');
	chat.send('exit');
	await chat.exited;
	assert.deepEqual(chat.modes(), initialTerminalModes);
});
