import assert from 'node:assert/strict';
import {statSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {appendFilter, filterFile, readFilters} from '../../source/recording/filter-file.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

test('filters are kept for their owner, each once, the newest first', () => {
	using folder = temporaryFolder();
	const file = filterFile(path.join(folder.path, 'data'));
	assert.deepEqual(readFilters(file, 10), []);
	for (const text of ['a', 'b', 'a', 'gap>1s']) {
		appendFilter(file, text);
	}

	assert.deepEqual(readFilters(file, 10), ['gap>1s', 'a', 'b']);
	assert.deepEqual(readFilters(file, 2), ['gap>1s', 'a']);
	assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('a secret in a filter is not written', () => {
	using folder = temporaryFolder();
	const file = filterFile(folder.path);
	appendFilter(file, 'text:sk-ant-secret', ['sk-ant-secret']);
	assert.deepEqual(readFilters(file, 1), ['text:…']);
});
