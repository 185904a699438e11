import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {clipboardPicture} from '../../../source/commands/chat/clipboard-picture.js';
import {png} from '../../helpers/sample-files.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

const picture = png(4, 4);
const block = {
	type: 'image',
	source: {type: 'base64', media_type: 'image/png', data: picture.toString('base64')},
};

/** Takes the picture with tools that are shell scripts, in a folder that is the whole PATH. `$P.png`, `$P.hex` and `$P.b64` hold the picture. */
async function pictureWith(
	tools: Readonly<Record<string, string>>,
	env: Readonly<Record<string, string>>,
	platform: NodeJS.Platform = 'linux',
) {
	using folder = temporaryFolder();
	const place = path.join(folder.path, 'p');
	writeFileSync(`${place}.png`, picture);
	writeFileSync(`${place}.hex`, picture.toString('hex').toUpperCase());
	writeFileSync(`${place}.b64`, picture.toString('base64'));
	for (const [name, script] of Object.entries(tools)) {
		writeFileSync(path.join(folder.path, name), `#!/bin/sh\n${script}\n`, {mode: 0o755});
	}

	const taken = await clipboardPicture({spawn, platform, env: {...env, PATH: folder.path, P: place}});
	return 'attachment' in taken ? taken.attachment : taken.problem;
}

const x11 = {DISPLAY: ':0'};
const wayland = {WAYLAND_DISPLAY: 'wayland-0', ...x11};

test('each platform’s tool gives the picture byte for byte', async () => {
	const expected = {name: 'clipboard', block};
	const cat = '/bin/cat "$P.png"';
	assert.deepEqual(await pictureWith({'wl-paste': cat}, wayland), expected);
	assert.deepEqual(await pictureWith({xclip: cat}, x11), expected);
	assert.deepEqual(await pictureWith({pngpaste: cat}, {}, 'darwin'), expected);
	const apple = 'printf "«data PNGf"; /bin/cat "$P.hex"; echo "»"';
	assert.deepEqual(await pictureWith({osascript: apple}, {}, 'darwin'), expected);
	const shell = '/bin/cat "$P.b64"; echo';
	assert.deepEqual(await pictureWith({'powershell.exe': shell}, {}, 'win32'), expected);
	assert.deepEqual(await pictureWith({'powershell.exe': shell}, {WSL_DISTRO_NAME: 'Debian'}), expected);
});

test('after a tool that is missing or has no picture, the next one is tried', async () => {
	const tools = {'wl-paste': 'exit 1', xclip: '/bin/cat "$P.png"'};
	assert.deepEqual(await pictureWith(tools, wayland), {name: 'clipboard', block});
});

test('without a picture, a tool or a clipboard, it is said what is missing', async () => {
	assert.match(String(await pictureWith({xclip: 'exit 1'}, x11)), /^There is no picture on the clipboard\./);
	assert.match(
		String(await pictureWith({xclip: 'echo words'}, x11)),
		/^There is no picture on the clipboard\./,
	);
	assert.match(String(await pictureWith({}, x11)), /^No program here reads pictures .* Install xclip\./);
	assert.match(String(await pictureWith({}, wayland)), /Install wl-clipboard\./);
	assert.match(String(await pictureWith({}, {})), /^There is no clipboard here\./);
	assert.match(
		String(await pictureWith({}, {SSH_TTY: '/dev/pts/1'}, 'darwin')),
		/^There is no clipboard here\./,
	);
});
