import assert from 'node:assert/strict';
import process from 'node:process';
import {test} from 'node:test';
import {demoScenarios} from '../../source/demo/demo-scenarios.js';
import {runProgram} from '../helpers/run-program.js';
import {builtProgram, openTerminal} from '../helpers/terminal.js';

/** Runs a script of the shell in a terminal, and gives what the terminal showed. */
const shown = async (script: string): Promise<string> => {
	await using terminal = openTerminal({
		file: '/bin/sh',
		args: ['-c', script.replaceAll('streamscope', `'${process.execPath}' '${builtProgram}'`)],
		columns: 100,
		rows: 20,
	});
	await terminal.exited;
	return terminal.text();
};

test('without a terminal on either side the chat says what it needs and leaves with 2', async () => {
	const {code, stdout, stderr} = await runProgram(['--demo']);
	assert.equal(code, 2);
	assert.equal(stdout, '');
	assert.match(stderr, /terminal/);
	assert.doesNotMatch(stderr, /raw mode|\n\s+at /i);
});

test('with a terminal for input only, or for output only, it does the same', async () => {
	assert.match(await shown('streamscope --demo > /dev/null; echo "code $?"'), /terminal.*code 2/s);
	assert.match(await shown('streamscope --demo < /dev/null; echo "code $?"'), /terminal.*code 2/s);
});

const wrong: ReadonlyArray<readonly [args: readonly string[], says: RegExp]> = [
	[['--nonsense'], /--nonsense/],
	[['--demo', 'nonsense'], /nonsense.*rate-limited/s],
	[['--demo-speed', '99'], /99.*0\.25/s],
	[['--demo-speed', 'fast'], /fast/],
	[['--demo-seed', '-1'], /-1|seed/],
	[['--max-tokens', 'many'], /many/],
	[['--max-tokens'], /max-tokens/],
	[['--temperature', 'hot'], /hot/],
	[['--thinking', 'hard'], /hard/],
	[['nonsense'], /nonsense|arguments/],
];

for (const [args, says] of wrong) {
	test(`${args.join(' ')}: says what is wrong and leaves with 2`, async () => {
		const {code, stdout, stderr} = await runProgram(args);
		assert.equal(code, 2);
		assert.equal(stdout, '');
		assert.match(stderr, says);
		assert.doesNotMatch(stderr, /\n\s+at /);
	});
}

test('--demo list names every scenario with a sentence', async () => {
	const {code, stdout} = await runProgram(['--demo', 'list']);
	assert.equal(code, 0);
	const lines = stdout.trimEnd().split('\n');
	assert.deepEqual(
		lines.map(line => line.split(/ {2,}/)),
		demoScenarios.map(({name, summary}) => [name, summary]),
	);
});

test('--help and --version go to stdout and leave with 0', async () => {
	const help = await runProgram(['--help']);
	assert.equal(help.code, 0);
	assert.match(help.stdout, /--demo-speed/);
	assert.equal(help.stderr, '');
	const version = await runProgram(['--version']);
	assert.equal(version.code, 0);
	assert.match(version.stdout, /^\S*\d+\.\d+\.\d+\n$/);
});
