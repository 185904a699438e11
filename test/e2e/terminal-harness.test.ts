import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {openTerminal, type Terminal} from '../helpers/terminal.js';
import {initialTerminalModes} from '../helpers/terminal-modes.js';

const fixture = fileURLToPath(new URL('../fixtures/full-screen-program.mjs', import.meta.url));

const open = (options: {readonly kittyKeyboard?: boolean} = {}): Terminal =>
	openTerminal({file: process.execPath, args: [fixture], columns: 60, rows: 8, ...options});

test('a program in a terminal is seen as it draws itself, cell by cell', async () => {
	await using terminal = open();
	await terminal.waitFor('ready');
	assert.deepEqual(terminal.screen(), [
		'size 60×8',
		'read 0 ""',
		'red rgb 日本 👨‍👩‍👧|',
		'ready',
		'',
		'',
		'',
		'',
	]);
	assert.deepEqual(terminal.cursor(), {x: 2, y: 2, visible: false});
	const red = terminal.cell(0, 2);
	assert.deepEqual({text: red.text, fg: red.fg, bold: red.bold}, {text: 'r', fg: 1, bold: true});
	const rgb = terminal.cell(4, 2);
	assert.deepEqual(
		{fg: rgb.fg, inverse: rgb.inverse, bold: rgb.bold},
		{fg: '#010203', inverse: true, bold: false},
	);
	assert.deepEqual([terminal.cell(8, 2).width, terminal.cell(9, 2).width], [2, 0]);
	assert.equal(terminal.cell(13, 2).text, '👨‍👩‍👧');
	assert.equal(terminal.cell(15, 2).text, '|');
	assert.equal(terminal.title(), 'fixture');
});

test('the modes of the terminal are seen while the program runs and after it has left', async () => {
	await using terminal = open();
	await terminal.waitFor('ready');
	assert.deepEqual(terminal.modes(), {
		...initialTerminalModes,
		alternateScreen: true,
		bracketedPaste: true,
		cursorVisible: false,
		mouseTracking: 'vt200',
	});
	terminal.press('ctrl+c');
	assert.deepEqual(await terminal.exited, {code: 3, signal: null});
	assert.deepEqual(terminal.modes(), initialTerminalModes);
	assert.equal(terminal.screen()[0], 'goodbye');
	assert.equal(terminal.title(), '');
});

test('keys, pastes and a new size reach the program', async () => {
	await using terminal = open();
	await terminal.waitFor('ready');
	terminal.paste('one\ntwo');
	await terminal.waitFor(String.raw`read 19 "\u001b[200~one\rtwo\u001b[201~"`);
	terminal.resize(50, 6);
	await terminal.waitFor('size 50×6');
	assert.equal(terminal.screen().length, 6);
	terminal.press('shift+tab');
	await terminal.waitFor('read 22');
	terminal.paste('0123456789'.repeat(20_000));
	await terminal.waitFor('read 200034');
});

test('with the kitty keyboard protocol Shift+Enter differs from Enter', async () => {
	await using terminal = open({kittyKeyboard: true});
	await terminal.waitFor('ready');
	assert.equal(terminal.modes().kittyKeyboard, 1);
	terminal.press('shift+enter');
	await terminal.waitFor(String.raw`"\u001b[13;2u"`);
	terminal.press('enter');
	await terminal.waitFor(String.raw`"\u001b[13;2u\r"`);
	terminal.press('ctrl+c');
	await terminal.exited;
	assert.deepEqual(terminal.modes(), initialTerminalModes);
});

test('clipboard writes, titles and bells that reach the terminal are listed', async () => {
	await using terminal = open();
	await terminal.waitFor('ready');
	terminal.press('h');
	await terminal.waitFor('"h"');
	assert.deepEqual(terminal.osc(), [
		{ident: 0, data: 'fixture'},
		{ident: 52, data: 'c;aGk='},
		{ident: 2, data: 'owned'},
	]);
	assert.equal(terminal.title(), 'owned');
	assert.equal(terminal.bells(), 1);
	assert.equal(Buffer.byteLength(terminal.raw()), terminal.bytes());
});

test('a condition that is not met rejects with the whole frame', async () => {
	await using terminal = open();
	await terminal.waitFor('ready');
	await assert.rejects(
		terminal.waitFor(/never/, {timeout: 1}),
		/not within 1 ms\n┌─+┐ 60×8, .*\n│size 60×8\n│read 0 ""/,
	);
	const waiting = terminal.waitFor('never');
	terminal.kill('SIGKILL');
	await assert.rejects(waiting, /the program ended first, with signal SIGKILL/);
	assert.deepEqual(await terminal.exited, {code: null, signal: 'SIGKILL'});
});

test('the child gets a clean environment, and its home is removed', async () => {
	const terminal = openTerminal({
		file: process.execPath,
		args: ['-e', 'console.log(JSON.stringify(process.env))'],
		columns: 2000,
		rows: 4,
		env: {EXTRA: 'yes'},
	});
	await terminal.exited;
	const environment = JSON.parse(terminal.screen()[0] ?? '') as Record<string, string>;
	const names = Object.keys(environment);
	assert.deepEqual(
		names.filter(name => /^ANTHROPIC|^CI$|^NODE_/.test(name)),
		['NODE_COMPILE_CACHE'],
		'only the folder of compiled code that the harness itself names',
	);
	assert.equal(environment.EXTRA, 'yes');
	assert.equal(environment.TERM, 'xterm-256color');
	assert.ok(environment.STREAMSCOPE_HOME?.startsWith(terminal.home));
	await terminal.close();
	assert.equal(existsSync(terminal.home), false);
});
