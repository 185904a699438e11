import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {openChat} from '../helpers/open-chat.js';
import {builtProgram, openTerminal} from '../helpers/terminal.js';

test('a question on the command line is asked at once', async () => {
	await using chat = await openChat({demo: 'chat', args: ['--no-record', 'Write me a 3 word sentence.']});
	const {conversation} = await chat.status('complete');
	assert.match(conversation, /You Write me a 3 word sentence\. Claude/);
});

test('what is piped in waits as a chip, and the keys come from the terminal', {
	skip: process.platform === 'win32' && 'needs a shell',
}, async () => {
	const line = `printf 'one\\ntwo\\n' | "${process.execPath}" "${builtProgram}" --demo --demo-speed max --no-record`;
	await using terminal = openTerminal({file: '/bin/sh', args: ['-c', line]});
	await terminal.waitFor(rows => rows.some(row => row.startsWith('> [piped input 8 B]')));
	terminal.write('why');
	await terminal.waitFor(rows => rows.some(row => row.startsWith('> [piped input 8 B] why')));
	terminal.press('ctrl+c', 'ctrl+d');
	await terminal.waitFor(rows => rows.some(row => row.includes('again quits')));
	terminal.press('ctrl+d');
	assert.deepEqual(await terminal.exited, {code: 0, signal: null});
});
