import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {benchParts} from '../../bench/bench-options.js';
import type {BenchRow, BenchVerdict} from '../../bench/bench-row.js';

const bench = fileURLToPath(new URL('../../bench/bench.ts', import.meta.url));

test('the quick bench measures every row but those of a million events, and every delta it sent came onto the screen', async () => {
	const {stdout} = await promisify(execFile)(process.execPath, [
		'--import',
		'tsx',
		bench,
		'--quick',
		'--only',
		benchParts.filter(part => part !== 'million').join(','),
		'--json',
	]);
	const {rows} = JSON.parse(stdout) as {rows: ReadonlyArray<BenchRow & {verdict: BenchVerdict}>};
	assert.deepEqual(
		rows.filter(({value}) => !Number.isFinite(value) || value < 0).map(({measured}) => measured),
		[],
	);
	assert.equal(rows.find(({measured}) => measured === 'deltas that no frame showed')?.value, 0);
	assert.equal(rows.filter(({target}) => target !== undefined).length, 17);
});
