import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {EventEmitter} from 'node:events';
import {readdirSync} from 'node:fs';
import process from 'node:process';
import {test} from 'node:test';
import {editText} from '../../../source/commands/chat/edit-text.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

const skip = process.platform === 'win32' && 'Windows has no such editor';

const edit = async (text: string, env: Readonly<Record<string, string>>) => {
	using folder = temporaryFolder();
	const owner = new EventEmitter();
	const heard: string[] = [];
	owner.on('SIGINT', () => heard.push('SIGINT'));
	const result = await editText(text, {
		env: {PATH: process.env.PATH, ...env},
		platform: process.platform,
		spawn,
		folder: folder.path,
		keys: {pause: () => undefined},
		process: owner,
	});
	owner.emit('SIGINT');
	assert.deepEqual(heard, ['SIGINT'], 'interrupts are heard again');
	assert.deepEqual(readdirSync(folder.path), [], 'the file is gone');
	return result;
};

test('an editor with arguments changes the text', {skip}, async () => {
	assert.deepEqual(await edit('one', {EDITOR: 'printf " %s" two >>'}), {text: 'one two'});
});

test('the newline that editors put at the end is not the prompt’s', {skip}, async () => {
	assert.deepEqual(await edit('', {EDITOR: 'printf "a\\n\\n" >'}), {text: 'a\n'});
});

test('VISUAL goes before EDITOR, unless it is blank', {skip}, async () => {
	assert.deepEqual(await edit('', {VISUAL: 'printf v >', EDITOR: 'printf e >'}), {text: 'v'});
	assert.deepEqual(await edit('', {VISUAL: ' ', EDITOR: 'printf e >'}), {text: 'e'});
});

test('without an editor, with one that fails and with one that is not there nothing comes back but why', {
	skip,
}, async () => {
	for (const [env, words] of [
		[{}, /Set VISUAL or EDITOR/],
		[{EDITOR: 'exit 4;'}, /ended with code 4\. The prompt is unchanged/],
		[{EDITOR: 'kill -KILL $$;'}, /ended with SIGKILL/],
		[{EDITOR: '/no/such/editor 2>&-'}, /ended with code 12\d/],
	] as const) {
		const result = await edit('one', env);
		assert.ok('problem' in result);
		assert.match(result.problem, words);
	}
});

test('a folder that is not there is a problem, not a crash', async () => {
	const result = await editText('one', {
		env: {EDITOR: 'true'},
		platform: process.platform,
		spawn,
		folder: '/no/such/folder',
		keys: {pause: () => undefined},
		process: new EventEmitter(),
	});
	assert.ok('problem' in result);
	assert.match(result.problem, /^Could not use the editor: there is no such folder$/);
});
