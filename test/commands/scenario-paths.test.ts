import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {readScenarioChoice} from '../../source/commands/scenario-choice.js';
import {loadScenarios, requireScenarios} from '../../source/commands/scenario-paths.js';
import {UsageError} from '../../source/commands/usage-error.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

test('a folder brings its scenario files by name, and what is wrong in them by file and line', () => {
	using folder = temporaryFolder();
	const at = (name: string) => path.join(folder.path, name);
	writeFileSync(at('b.scenario'), 'text: b');
	writeFileSync(at('a.json'), '{"steps": [{"text": "a"}]}');
	writeFileSync(at('c.scenario'), '\nname: b\ntext: c');
	writeFileSync(at('d.scenario'), 'text: d\nwiat: 1\npace: \u001b[31m');
	writeFileSync(at('notes.txt'), 'not a scenario');
	const {loaded, problems} = loadScenarios([folder.path]);
	assert.deepEqual(
		loaded.map(({file, scenario}) => [file, scenario.name]),
		[
			[at('a.json'), 'a'],
			[at('b.scenario'), 'b'],
		],
	);
	assert.deepEqual(problems, [
		`${at('c.scenario')}:1: The name b is taken by ${at('b.scenario')}. Add a line such as "name: b-2".`,
		`${at('d.scenario')}:2: There is no word "wiat". Did you mean wait?`,
		`${at('d.scenario')}:3: pace takes a time, as in 50ms, or smooth, quick, bursty, buffered.`,
	]);
	assert.throws(() => requireScenarios([folder.path]), /c\.scenario:1: .*\n.*d\.scenario:2: /);
});

test('a file in another encoding is named with the line where that shows', () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'latin.scenario');
	writeFileSync(file, Buffer.from('name: gruss\ntext: Gr\xFC\xDFe', 'latin1'));
	const sign = path.join(folder.path, 'sign.scenario');
	writeFileSync(sign, 'text: the replacement character is \uFFFD');
	assert.deepEqual(loadScenarios([sign]).problems, []);
	assert.deepEqual(loadScenarios([file]), {
		loaded: [],
		problems: [`${file}:2: This is not text in UTF-8. Save the file in that encoding.`],
	});
});

test('a path that cannot be read is wrong usage', () => {
	using folder = temporaryFolder();
	const empty = path.join(folder.path, 'empty');
	mkdirSync(empty);
	const large = path.join(folder.path, 'large.scenario');
	writeFileSync(large, ' '.repeat(1_000_001));
	for (const [name, words] of [
		[empty, /has no scenario files/],
		[large, /it has more than 1 MB/],
		[path.join(folder.path, 'none.scenario'), /Cannot read .*none\.scenario/],
		['/dev/null', /it is not a file/],
	] as const) {
		assert.throws(
			() => loadScenarios([name]),
			error => error instanceof UsageError && words.test(error.message),
			name,
		);
	}
});

test('--demo takes a scenario of the program and a case of drill by its name, and one of a file by its path', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'Mine.scenario');
	writeFileSync(file, 'text: a');
	assert.deepEqual(await readScenarioChoice('thinking'), {scenario: 'thinking', scenarioFiles: []});
	const chosen = await readScenarioChoice('drill-reset');
	assert.deepEqual(
		[chosen.scenario, chosen.scenarioFiles.map(({name}) => name)],
		['drill-reset', ['drill-reset']],
	);
	await assert.rejects(readScenarioChoice('drill-rest'), {
		message: 'There is no case "drill-rest".',
		hint: 'Did you mean drill-reset?',
	});
	const {scenario, scenarioFiles} = await readScenarioChoice(file);
	assert.deepEqual([scenario, scenarioFiles.length], ['mine', 1]);
});
