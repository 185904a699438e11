import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {getSystemErrorMap} from 'node:util';
import {describeFailure, isSystemError} from '../../source/text/describe-failure.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const thrown = (act: () => unknown): unknown => {
	try {
		act();
	} catch (error) {
		return error;
	}

	return assert.fail('nothing was thrown');
};

test('a system error is described according to the failed operation', () => {
	using folder = temporaryFolder();
	const nowhere = path.join(folder.path, 'nowhere', 'a');
	const file = path.join(folder.path, 'file');
	writeFileSync(file, '');
	const cases: ReadonlyArray<readonly [() => unknown, 'read' | 'write' | 'use', string]> = [
		[() => readFileSync(nowhere), 'read', 'it does not exist'],
		[() => writeFileSync(nowhere, ''), 'write', 'there is no such folder'],
		[() => readFileSync(folder.path), 'read', 'it is a folder'],
		[() => readFileSync(path.join(file, 'a')), 'use', 'part of the path is not a folder'],
		[() => mkdirSync(file), 'use', 'it already exists'],
		[() => readFileSync('a'.repeat(5000)), 'read', 'the name is too long'],
	];
	for (const [act, operation, words] of cases) {
		const error = thrown(act);
		assert.ok(isSystemError(error));
		assert.equal(describeFailure(error, operation), words);
	}
});

test('no description of a system error shows its code, its call or a quoted path', () => {
	for (const [code, message] of getSystemErrorMap().values()) {
		const error = Object.assign(new Error(`${code}: ${message}, open '/a'`), {code, syscall: 'open'});
		for (const operation of ['read', 'write', 'use'] as const) {
			assert.doesNotMatch(describeFailure(error, operation), /\bE[A-Z]{3,}|, open|'/, code);
		}
	}
});

test('an error of the program is not a system error', () => {
	assert.ok(!isSystemError(new TypeError('x is not a function')));
	assert.ok(!isSystemError('ENOENT'));
	assert.equal(describeFailure(new TypeError('x is not a function')), 'x is not a function');
});
