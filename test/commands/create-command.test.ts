import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CommandEntry, CommandModule} from '../../source/commands/command-module.js';
import {createCommand, givenFlags} from '../../source/commands/create-command.js';
import {optionNames} from '../../source/commands/options.js';

const module: CommandModule = {
	takes: optionNames,
	declare: command => command.option('--json', 'as JSON'),
	examples: [['streamscope show x', 'shows x']],
	run: async () => 0,
};

const entry: CommandEntry = {
	name: 'show',
	summary: 'show a thing',
	load: async () => ({command: module}),
};

const given = (...words: readonly string[]) => {
	const command = createCommand(entry, module, []);
	command.configureOutput({writeErr: () => {}});
	command.parse([...words], {from: 'user'});
	return givenFlags(command, module.takes);
};

test('only what stands on the command line is given', () => {
	assert.deepEqual(given(), {});
	assert.deepEqual(given('--max-tokens', '5', '--model=x'), {maxTokens: '5', model: 'x'});
});

test('a switch and its opposite are one option', () => {
	assert.deepEqual(given('--no-alt-screen', '--mouse'), {alternateScreen: false, mouse: true});
	assert.deepEqual(given('--alt-screen', '--no-mouse', '--no-events'), {
		alternateScreen: true,
		mouse: false,
		events: false,
	});
});

test('the scenario may be left out, and the chat is meant then', () => {
	assert.deepEqual(given('--demo'), {demo: 'chat'});
	assert.deepEqual(given('--demo', '--mouse'), {demo: 'chat', mouse: true});
	assert.deepEqual(given('--demo', 'tools'), {demo: 'tools'});
});

test('a recording has a file, or is not wanted', () => {
	assert.deepEqual(given('--record', 'a.ndjson'), {record: 'a.ndjson'});
	assert.deepEqual(given('--no-record'), {record: false});
});

test('a command has its own words for a flag that means less there', () => {
	const helps = {'--no-record': 'do not add to the session'};
	const help = createCommand(entry, {...module, helps}, []).helpInformation();
	assert.match(help, /--no-record +do not add to the session$/m);
	assert.match(help, /--record <file> +record in this file$/m);
});

test('an option that a command does not take is refused', () => {
	const command = createCommand(entry, {...module, takes: ['model']}, []);
	command.configureOutput({writeErr: () => {}});
	assert.throws(() => command.parse(['--mouse'], {from: 'user'}), /unknown option '--mouse'/);
});

test('the help has groups, examples and its own options, and hides the opposites', () => {
	const help = createCommand(entry, module, []).helpInformation();
	for (const part of [
		'Usage: streamscope show [options]',
		'Show a thing.',
		'--json',
		'Request:',
		'Screen:',
	]) {
		assert.ok(help.includes(part), part);
	}

	assert.match(help, /--model <name> +the model to ask \(or by ANTHROPIC_MODEL;\s+claude-/);
	assert.doesNotMatch(help, /--alt-screen|--no-mouse|default:|preset:/);
});
