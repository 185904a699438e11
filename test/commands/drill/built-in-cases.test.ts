import assert from 'node:assert/strict';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {builtInCases, servedCases} from '../../../source/commands/drill/built-in-cases.js';
import {caseText, exportCases} from '../../../source/commands/drill/copy-cases.js';
import {requireScenarios} from '../../../source/commands/scenario-paths.js';
import {UsageError} from '../../../source/commands/usage-error.js';
import {caseFiles} from '../../../source/drill/case-files.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

const cases = builtInCases();

test('every case has a name of its own, a sentence, an expectation and the forty words', () => {
	assert.equal(new Set(cases.map(({name}) => name)).size, 68);
	for (const [name, text] of caseFiles) {
		assert.match(text, /^about: [A-Z][^\n]*\.\nexpect: text=/, name);
		assert.match(text, /^text: \{words\}\n$/m, name);
	}
});

test('the plain answer comes first, then each kind of case by name', () => {
	const names = cases.map(({name}) => name);
	assert.deepEqual(
		[...names.slice(0, 3), names.at(-1)],
		['whole-answer', 'byte-order-mark', 'comments', 'unknown-stop-reason'],
	);
});

test('a client that fails must say why, and one that may try again is told how often', () => {
	for (const {name, expects} of cases) {
		assert.equal(expects.reasons !== undefined, expects.end === 'failure', name);
		assert.ok(expects.requests[1] <= 8, name);
	}
});

test('exported cases are the built-in ones, so that a copy that was not changed judges alike', () => {
	using folder = temporaryFolder();
	const target = path.join(folder.path, 'new', 'cases');
	assert.equal(exportCases(target, undefined), cases.length);
	const byName = [...cases].sort((one, other) => (`${one.name}.` < `${other.name}.` ? -1 : 1));
	// Faults are compared by name and number, because their rules are functions.
	const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
	assert.deepEqual(plain(requireScenarios([target])), plain(byName));
	assert.equal(readFileSync(path.join(target, 'reset.scenario'), 'utf8'), caseText('reset'));
});

test('only the chosen cases are exported, and no file is replaced', () => {
	using folder = temporaryFolder();
	writeFileSync(path.join(folder.path, 'reset.scenario'), 'text: mine');
	assert.throws(
		() => exportCases(folder.path, ['reset']),
		error => error instanceof UsageError && /reset\.scenario already exists/.test(error.message),
	);
	assert.equal(readFileSync(path.join(folder.path, 'reset.scenario'), 'utf8'), 'text: mine');
	assert.equal(exportCases(folder.path, ['error-event']), 4);
	assert.equal(readdirSync(folder.path).length, 5);
	assert.throws(() => exportCases(folder.path, ['nope']), /There is no case "nope"/);
	assert.throws(() => caseText('rest'), {message: 'There is no case "rest".', hint: 'Did you mean reset?'});
});

test('serve plays the cases under names that no scenario of the program has', () => {
	assert.deepEqual(
		servedCases().map(({name}) => name),
		cases.map(({name}) => `drill-${name}`),
	);
});
