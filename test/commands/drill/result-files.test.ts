import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {readResults, requireWritable, writeResult} from '../../../source/commands/drill/result-files.js';
import {UsageError} from '../../../source/commands/usage-error.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

const result = {
	...{type: 'drill', version: 1, client: 'c', seed: 1},
	cases: [{name: 'a', summary: 'A.', level: 'good', judgements: [{level: 'good', words: 'finished'}]}],
};

test('results are read, and what is not a result is wrong usage', () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'result.json');
	const reading = (content: unknown) => {
		writeFileSync(file, JSON.stringify(content));
		return readResults([file, file]);
	};
	assert.deepEqual(reading(result), [result, result]);
	const [first] = result.cases;
	for (const wrong of [
		...[null, 1, [], {}, {...result, type: 'x'}, {...result, cases: {}}, {...result, client: 1}],
		...[
			null,
			{},
			{...first, level: 'toString'},
			{...first, judgements: [null]},
			{...first, judgements: 3},
		].map(one => ({...result, cases: [one]})),
	]) {
		assert.throws(() => reading(wrong), /is not the result of a drill/, JSON.stringify(wrong));
	}

	assert.throws(() => readResults([]), /--matrix needs results/);
	assert.throws(() => readResults([`${file}-2`]), /Cannot read .*: it does not exist/);
});

test('whether a result can be written is known before, and what is there stays until then', () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'junit.xml');
	writeFileSync(file, 'before');
	requireWritable(file);
	assert.equal(readFileSync(file, 'utf8'), 'before');
	writeResult(file, 'after');
	assert.equal(readFileSync(file, 'utf8'), 'after');
	for (const wrong of [folder.path, path.join(folder.path, 'no', 'junit.xml')]) {
		assert.throws(() => requireWritable(wrong), UsageError);
	}
});
