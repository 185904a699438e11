import assert from 'node:assert/strict';
import {test} from 'node:test';
import {neededProgram} from '../helpers/needed-program.js';

type Skipped = {readonly name: string; readonly reason: string};

// The script runs before anything is compiled, so it is JavaScript.
const {missingPrograms, skippedLines} = (await import(
	new URL('../../scripts/skipped-tests.mjs', import.meta.url).href
)) as {
	missingPrograms: (skipped: readonly Skipped[]) => readonly string[];
	skippedLines: (skipped: readonly Skipped[]) => readonly string[];
};

const skippedFor = (reason: string): Skipped => ({name: 'a test', reason});

test('the last lines of a run count the skipped tests and say how to have them run', () => {
	const missing = neededProgram('no-such-program').skip;
	assert.ok(missing !== false);
	const skipped = [skippedFor(missing), skippedFor('only Linux has it'), skippedFor(missing)];
	assert.deepEqual(missingPrograms(skipped), ['no-such-program']);
	assert.deepEqual(skippedLines(skipped), [
		'Skipped tests: 3',
		'  2 × needs the program no-such-program',
		'  1 × only Linux has it',
		'To run them on Debian: apt-get install no-such-program',
	]);
});

test('a run without skipped tests says so', () => {
	assert.deepEqual(missingPrograms([]), []);
	assert.deepEqual(skippedLines([]), ['No test was skipped.']);
});

test('a program is found under each of its names', () => {
	const {file, skip} = neededProgram('nodejs', ['no-such-program', 'node']);
	assert.equal(skip, false);
	assert.match(file, /node$/);
});
