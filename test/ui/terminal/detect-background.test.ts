import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {test} from 'node:test';
import {detectBackground} from '../../../source/ui/terminal/detect-background.js';

/** A terminal that answers the query with `reply`, and notes what was done to it. */
function fakeTerminal(reply: string, isRaw = false) {
	const raw: boolean[] = [];
	const written: string[] = [];
	const stdin = Object.assign(new PassThrough(), {isRaw, setRawMode: (mode: boolean) => raw.push(mode)});
	return {
		stdin: stdin as unknown as NodeJS.ReadStream,
		stdout: {
			write(text: string) {
				written.push(text);
				stdin.write(reply);
			},
		},
		raw,
		written,
		unread: () => (stdin.read() as Buffer | null)?.toString() ?? '',
	};
}

const kind = '\u001B[?1;2c';

test('the terminal’s answer decides, and raw mode is left again', async () => {
	const terminal = fakeTerminal(`\u001B]11;rgb:ffff/ffff/ffff\u0007${kind}`);
	assert.equal(await detectBackground({...terminal, env: {COLORFGBG: '15;0'}}), 'light');
	assert.deepEqual(terminal.raw, [true, false]);
	assert.equal(terminal.unread(), '');
});

test('a terminal that was raw before stays so', async () => {
	const terminal = fakeTerminal(kind, true);
	await detectBackground({...terminal, env: {}});
	assert.deepEqual(terminal.raw, [true, true]);
});

test('without a colour COLORFGBG decides, and without that it is dark', async () => {
	assert.equal(await detectBackground({...fakeTerminal(kind), env: {COLORFGBG: '0;15'}}), 'light');
	assert.equal(await detectBackground({...fakeTerminal(kind), env: {}}), 'dark');
});

test('a terminal that answers nothing is given up', async () => {
	const terminal = fakeTerminal('');
	assert.equal(await detectBackground({...terminal, env: {}}), 'dark');
	assert.deepEqual(terminal.raw, [true, false]);
});

test('text typed in the meantime stays in the input', async () => {
	const terminal = fakeTerminal(`h\u001B]11;rgb:00/00/00\u0007äl${kind}lo\r`);
	assert.equal(await detectBackground({...terminal, env: {}}), 'dark');
	assert.equal(terminal.unread(), 'hällo\r');
});

test('text typed at a terminal that does not reply stays too', async () => {
	const terminal = fakeTerminal('hello');
	await detectBackground({...terminal, env: {}});
	assert.equal(terminal.unread(), 'hello');
});

test('a terminal known not to reply is not asked', async () => {
	for (const TERM of ['dumb', 'linux']) {
		const terminal = fakeTerminal('');
		assert.equal(await detectBackground({...terminal, env: {TERM, COLORFGBG: '0;7'}}), 'light');
		assert.deepEqual([terminal.written, terminal.raw], [[], []]);
	}
});
