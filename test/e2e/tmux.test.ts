import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {neededProgram} from '../helpers/needed-program.js';
import {chatMethods} from '../helpers/open-chat.js';
import {lastCopied} from '../helpers/screen-facts.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {builtProgram, openTerminal} from '../helpers/terminal.js';

const tmux = neededProgram('tmux');

test('in tmux the chat answers, its keys arrive, and leaving it shows the shell’s screen again', {
	skip: tmux.skip,
}, async () => {
	using folder = temporaryFolder();
	const settings = path.join(folder.path, 'tmux.conf');
	writeFileSync(settings, 'set -g status off\nset -g default-command /bin/sh\n');
	const socket = path.join(folder.path, 'socket');
	const server = ['-S', socket, '-f', settings];
	const terminal = openTerminal({
		file: tmux.file,
		args: [...server, 'new-session', "PS1='shell> ' exec /bin/sh"],
		columns: 100,
		rows: 30,
	});
	try {
		await terminal.waitFor('shell>');
		terminal.write(`'${process.execPath}' '${builtProgram}' --demo chat --demo-speed max\r`);
		const chat = {...terminal, ...chatMethods(terminal)};
		await chat.status('ready');
		chat.send('Write me a 3 word sentence, without a preamble.');
		await chat.frame(({conversation}) => conversation.includes('Cats meow loudly.'));
		chat.press('shift+tab');
		await chat.waitFor('━ Message');
		chat.press('tab', 'tab', 'y');
		await chat.waitFor('answer copied (tmux buffer; sent to the terminal, not confirmed)');
		const {stdout} = spawnSync(tmux.file, [...server, 'show-buffer'], {encoding: 'utf8'});
		assert.equal(stdout, 'Cats meow loudly.');
		// tmux has passed it on: this is the clipboard of the terminal around it.
		assert.equal(lastCopied(chat), 'Cats meow loudly.');
		chat.press('i');
		await chat.waitFor(rows => rows.some(row => row.startsWith('━━━━')));
		chat.send('quit');
		await chat.waitFor(rows => rows.filter(row => row.startsWith('shell>')).length === 2);
		assert.doesNotMatch(chat.text(), /[━┬┴├]/);
	} finally {
		spawnSync(tmux.file, [...server, 'kill-server']);
		await terminal.close();
	}
});
