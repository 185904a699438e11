// Runs the tests. `unit` in one process, which loads React, Ink and the SDK once; `e2e` in a process a file, since each drives a terminal;
// `properties` are the unit tests that try random values, with a seed of their own, and fuzz for FUZZ_SECONDS (60). Without a kind: unit, then e2e.
// Usage: scripts/test.mjs [unit|e2e|properties] [--require-programs] [PATTERN…]
// --require-programs fails when a test was skipped for want of a program.

import {spawnSync} from 'node:child_process';
import {randomInt} from 'node:crypto';
import {existsSync, globSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {missingPrograms, skippedLines} from './skipped-tests.mjs';

const kinds = ['unit', 'e2e', 'properties'];
const words = process.argv.slice(2);
const requiresPrograms = words.includes('--require-programs');
const [kind, ...patterns] = words.filter(word => word !== '--require-programs');
const chosen = kinds.includes(kind) ? [kind] : ['unit', 'e2e'];
const wanted = kinds.includes(kind) || kind === undefined ? patterns : [kind, ...patterns];
const reports = mkdtempSync(path.join(tmpdir(), 'streamscope-tests-'));
const reportFile = name => path.join(reports, `${name}.jsonl`);

const filesOf = name =>
	globSync('test/**/*.test.{ts,tsx}')
		.sort()
		.filter(file => file.startsWith('test/e2e/') === (name === 'e2e'))
		.filter(file => name !== 'properties' || readFileSync(file, 'utf8').includes("from 'fast-check'"))
		.filter(file => wanted.length === 0 || wanted.some(pattern => file.includes(pattern)));

const seedOf = name => {
	if (process.env.FC_SEED) {
		return process.env.FC_SEED;
	}

	if (name === 'properties') {
		return String(randomInt(2 ** 31));
	}

	return process.env.CI ? '20261122' : undefined;
};

const run = name => {
	const seed = seedOf(name);
	if (seed !== undefined) {
		console.log(`Property tests use the seed ${seed}: FC_SEED=${seed} repeats them.`);
	}

	// A file is also a test, so this is the limit for a whole file. It only ends tests that hang.
	const options = [
		'--test-timeout=900000',
		name === 'e2e' ? '--test-concurrency=2' : '--test-isolation=none',
	];
	const {status} = spawnSync(
		process.execPath,
		[
			...['--expose-gc', '--import', 'tsx', '--import', './test/helpers/property-seed.mjs', '--test'],
			...['--test-reporter=spec', '--test-reporter-destination=stdout'],
			...['--test-reporter=./scripts/report-skipped.mjs', `--test-reporter-destination=${reportFile(name)}`],
			...options,
			...filesOf(name),
		],
		{
			stdio: 'inherit',
			env: {
				...process.env,
				FORCE_COLOR: '0',
				NODE_ENV: 'test',
				CI: undefined,
				...(seed === undefined ? {} : {FC_SEED: seed}),
				...(name === 'properties' ? {FUZZ_SECONDS: process.env.FUZZ_SECONDS ?? '60'} : {}),
			},
		},
	);
	return status ?? 1;
};

try {
	const ran = [];
	for (const name of chosen) {
		ran.push(name);
		process.exitCode = run(name);
		if (process.exitCode !== 0) {
			break;
		}
	}

	const skipped = ran
		.map(reportFile)
		.filter(file => existsSync(file))
		.flatMap(file => readFileSync(file, 'utf8').split('\n'))
		.filter(line => line !== '')
		.map(line => JSON.parse(line));
	console.log(skippedLines(skipped).join('\n'));
	if (requiresPrograms && missingPrograms(skipped).length > 0) {
		console.error('Tests that need a program did not run, and --require-programs is given.');
		process.exitCode ||= 1;
	}
} finally {
	rmSync(reports, {recursive: true, force: true});
}
