import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {chmod, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {copyToClipboard, osc52} from '../../../source/ui/terminal/clipboard.js';

const text = 'Grüße 👋\n';
const unconfirmed = 'sent to the terminal, not confirmed';

/** Runs a copy with clipboard tools that write what they get into a file, in a folder that is the whole PATH. */
async function copyWith(
	tools: Readonly<Record<string, string>>,
	env: Readonly<Record<string, string>>,
	platform: NodeJS.Platform = 'linux',
) {
	const folder = await mkdtemp(path.join(tmpdir(), 'clipboard-'));
	for (const [name, script] of Object.entries(tools)) {
		await writeFile(path.join(folder, name), `#!/bin/sh\n${script}\n`);
		await chmod(path.join(folder, name), 0o755);
	}

	const written: string[] = [];
	const write = (sequence: string) => void written.push(sequence);
	const ways = await copyToClipboard(text, {
		write,
		spawn,
		platform,
		env: {...env, PATH: folder, OUT: path.join(folder, 'out')},
	});
	const received = await readFile(path.join(folder, 'out')).catch(() => null);
	await rm(folder, {recursive: true});
	return {ways, written, received};
}

const keep = '/bin/cat > "$OUT"';

test('OSC 52 carries the text as base64 of its UTF-8', () => {
	assert.equal(osc52('é'), '\u001B]52;c;w6k=\u0007');
});

test('without a display, only the terminal is used', async () => {
	const {ways, written, received} = await copyWith({'wl-copy': keep, xclip: keep}, {});
	assert.equal(ways, unconfirmed);
	assert.deepEqual(written, [osc52(text)]);
	assert.equal(received, null);
});

test('the display’s tool receives the text too', async () => {
	const {ways, written, received} = await copyWith(
		{'wl-copy': keep},
		{WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0'},
	);
	assert.equal(ways, 'wl-copy');
	assert.deepEqual(written, [osc52(text)]);
	assert.equal(received?.toString('utf8'), text);
});

test('after a tool that is missing or fails, the next one is tried', async () => {
	const {ways, received} = await copyWith(
		{xclip: 'exit 1', xsel: keep},
		{WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0'},
	);
	assert.equal(ways, 'xsel');
	assert.equal(received?.toString('utf8'), text);
	assert.equal((await copyWith({}, {DISPLAY: ':0'})).ways, unconfirmed);
});

test('clip.exe gets UTF-16 with its mark', async () => {
	const {ways, received} = await copyWith({'clip.exe': keep}, {WSL_DISTRO_NAME: 'any'});
	assert.equal(ways, 'clip.exe');
	assert.equal(received?.toString('utf16le'), `\uFEFF${text}`);
});

test('over ssh the clipboard of the far machine is left alone', async () => {
	const {ways} = await copyWith({pbcopy: keep}, {SSH_CONNECTION: 'a b c d'}, 'darwin');
	assert.equal(ways, unconfirmed);
	assert.equal((await copyWith({pbcopy: keep}, {}, 'darwin')).ways, 'pbcopy');
});

test('in tmux its buffer receives the text, and what the terminal makes of it stays unknown', async () => {
	const {ways, written, received} = await copyWith(
		{tmux: `[ "$1 $2 $3" = 'load-buffer -w -' ] && ${keep}`},
		{TMUX: 'any'},
	);
	assert.equal(ways, `tmux buffer; ${unconfirmed}`);
	assert.deepEqual(written, [osc52(text)]);
	assert.equal(received?.toString('utf8'), text);
});

test('a tmux without -w still keeps the text, beside the tool of the display', async () => {
	const {ways, received} = await copyWith(
		{tmux: `[ "$1 $2" = 'load-buffer -' ] && ${keep}`, xclip: '/bin/cat > /dev/null'},
		{TMUX: 'any', DISPLAY: ':0'},
	);
	assert.equal(ways, 'tmux buffer, xclip');
	assert.equal(received?.toString('utf8'), text);
});

test('a tmux that is gone is not named', async () => {
	assert.equal((await copyWith({tmux: 'exit 1'}, {TMUX: 'any'})).ways, unconfirmed);
	assert.equal((await copyWith({tmux: keep}, {})).received, null);
});
