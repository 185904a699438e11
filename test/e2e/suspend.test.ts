import assert from 'node:assert/strict';
import process from 'node:process';
import {describe, it} from 'node:test';
import {neededProgram} from '../helpers/needed-program.js';
import {builtProgram, openTerminal, type Terminal} from '../helpers/terminal.js';
import {initialTerminalModes} from '../helpers/terminal-modes.js';

const {file: shell, skip} = neededProgram('bash');

/** The shell waits for its n-th line. */
const prompted = (terminal: Terminal, count: number) =>
	terminal.waitFor(
		() =>
			!terminal.isAlternateScreen() &&
			terminal.screen().filter(row => row.startsWith('shell>')).length === count,
	);

/** A chat with `first` at its prompt, started by a shell that has told its process's number. */
const chatInShell = async (): Promise<Terminal> => {
	const terminal = openTerminal({
		file: shell,
		args: ['--norc', '--noprofile', '-i'],
		columns: 100,
		rows: 30,
		env: {PS1: 'shell> '},
	});
	await terminal.waitFor('shell>');
	terminal.write("bind 'set enable-bracketed-paste off'\r");
	await prompted(terminal, 2);
	terminal.write(
		`(echo pid $BASHPID; exec '${process.execPath}' '${builtProgram}' --demo chat --demo-speed max)\r`,
	);
	await terminal.waitFor(() => terminal.modes().bracketedPaste);
	terminal.write('first');
	await terminal.waitFor('> first');
	return terminal;
};

describe('Ctrl+Z', {skip}, () => {
	it('gives the terminal back to the shell, and fg brings the screen back as it was', async () => {
		await using terminal = openTerminal({
			file: shell,
			args: ['--norc', '--noprofile', '-i'],
			columns: 100,
			rows: 30,
			kittyKeyboard: true,
			// With the patience for a remote terminal: a busy machine takes long to say that it knows the protocol.
			env: {PS1: 'shell> ', SSH_TTY: '/dev/pts/0'},
		});
		await terminal.waitFor('shell>');
		// The shell's own line editor has a mode of its own.
		terminal.write("bind 'set enable-bracketed-paste off'; stty -g > $HOME/before\r");
		await prompted(terminal, 2);
		terminal.write(`'${process.execPath}' '${builtProgram}' --demo chat --demo-speed max --mouse\r`);
		await terminal.waitFor(() => terminal.modes().bracketedPaste);
		terminal.write('first');
		await terminal.waitFor('> first');
		await terminal.waitFor(() => terminal.modes().kittyKeyboard === 5);

		terminal.press('ctrl+z');
		await terminal.waitFor(/Stopped/);
		await prompted(terminal, 3);
		assert.deepEqual(terminal.modes(), initialTerminalModes);
		terminal.write('stty -g | diff - $HOME/before && echo settings the same\r');
		await terminal.waitFor(/^settings the same/m);
		await prompted(terminal, 4);

		terminal.write('fg\r');
		await terminal.waitFor('> first');
		terminal.write(' second');
		await terminal.waitFor('> first second');
		const {alternateScreen, bracketedPaste, focusReports, kittyKeyboard, mouseTracking} = terminal.modes();
		assert.deepEqual(
			{alternateScreen, bracketedPaste, focusReports, kittyKeyboard, mouseTracking},
			{
				alternateScreen: true,
				bracketedPaste: true,
				focusReports: true,
				kittyKeyboard: 5,
				mouseTracking: 'drag',
			},
		);

		// The first one clears the prompt.
		terminal.press('ctrl+c', 'ctrl+c', 'ctrl+c');
		await prompted(terminal, 5);
		terminal.write('stty -g | diff - $HOME/before && echo still the same\r');
		await terminal.waitFor(/^still the same/m);
		assert.deepEqual(terminal.modes(), initialTerminalModes);
	});

	it('takes the size that the terminal has when it comes back', async () => {
		await using terminal = await chatInShell();
		terminal.press('ctrl+z');
		await prompted(terminal, 3);
		terminal.resize(80, 24);
		terminal.write('fg\r');
		await terminal.waitFor(
			() =>
				terminal.isAlternateScreen() &&
				/^━+$/.test(terminal.screen().at(-3) ?? '') &&
				terminal.screen()[0]?.includes('streamscope') === true,
		);
		assert.equal([...(terminal.screen().at(-3) ?? '')].length, 80);
		terminal.write(' second');
		await terminal.waitFor('> first second');
	});

	it('gives the terminal back when somebody else stops it, and takes it again after any stop', async () => {
		await using terminal = await chatInShell();
		const pid = Number(terminal.raw().match(/pid (\d+)/)?.[1]);
		process.kill(pid, 'SIGTSTP');
		await terminal.waitFor(/Stopped/);
		await prompted(terminal, 3);
		assert.deepEqual(terminal.modes(), initialTerminalModes);
		terminal.write('fg\r');
		await terminal.waitFor('> first');

		process.kill(pid, 'SIGSTOP');
		await terminal.waitFor(/Stopped/);
		terminal.write('fg\r');
		await terminal.waitFor(
			() =>
				terminal.isAlternateScreen() &&
				terminal.screen().some(row => row.includes('> first')) &&
				!terminal.screen().some(row => row.includes('Stopped')),
		);
		terminal.write(' second');
		await terminal.waitFor('> first second');
	});

	it('brings the screen back by itself where no shell could', async () => {
		await using terminal = openTerminal({
			file: process.execPath,
			args: [builtProgram, '--demo', 'chat'],
			columns: 100,
			rows: 30,
		});
		await terminal.waitFor(() => terminal.modes().bracketedPaste);
		terminal.write('first');
		await terminal.waitFor('> first');
		terminal.press('ctrl+z');
		// Out and in again may come in one read.
		await terminal.waitFor(
			() => terminal.raw().split('\u001B[?1049h').length === 3 && terminal.modes().bracketedPaste,
		);
		terminal.write(' second');
		await terminal.waitFor('> first second');
	});
});
