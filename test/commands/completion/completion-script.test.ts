import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {test} from 'node:test';
import {completionScripts, shells} from '../../../source/commands/completion/completion-script.js';

const flag = (name: string, choices: readonly string[] = []) => ({
	flag: name,
	help: `it's ${name}: $(false)`,
	takesValue: choices.length > 0,
	choices,
});
const commands = [
	{name: 'chat', summary: 'a chat', flags: [flag('--theme', ['dark', 'light']), flag('--mouse')]},
	{name: 'ask', summary: 'one question', flags: [flag('--json'), flag('--theme', ['dark', 'light'])]},
];

/** What bash offers for the last of these words. */
function offered(...words: readonly string[]): readonly string[] {
	const call = `${completionScripts.bash(commands)}
COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')})
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_streamscope
printf '%s\\n' "\${COMPREPLY[@]}"`;
	return execFileSync('bash', ['-c', call], {encoding: 'utf8'})
		.split('\n')
		.filter(line => line !== '');
}

const hasShell = (name: string) => spawnSync(name, ['-c', 'true']).error === undefined;

test('bash offers commands, the flags of the command, and the words that a flag takes', {
	skip: !hasShell('bash'),
}, () => {
	assert.deepEqual(offered('streamscope', ''), ['chat', 'ask']);
	assert.deepEqual(offered('streamscope', 'a'), ['ask']);
	assert.deepEqual(offered('streamscope', '--'), ['--theme', '--mouse']);
	assert.deepEqual(offered('streamscope', 'ask', '--'), ['--json', '--theme']);
	assert.deepEqual(offered('streamscope', 'ask', '--theme', 'd'), ['dark']);
	assert.deepEqual(offered('streamscope', 'ask', 'file'), []);
});

for (const shell of shells) {
	test(`the script for ${shell} names every command and flag, and its shell can read it`, () => {
		const script = completionScripts[shell](commands);
		for (const word of ['chat', 'ask', 'theme', 'mouse', 'json', 'dark', 'light']) {
			assert.ok(script.includes(word), word);
		}

		if (hasShell(shell)) {
			const {status, stderr} = spawnSync(shell, ['-n'], {input: script, encoding: 'utf8'});
			assert.equal(status, 0, stderr);
		}
	});
}
