// Runs the tests. `unit` and `e2e` in three processes each, which load React, Ink and the SDK once;
// `properties` are the unit tests that try random values, with a seed of their own, and fuzz for FUZZ_SECONDS (60). Without a kind: unit, then e2e.
// Usage: scripts/test.mjs [unit|e2e|properties] [--require-programs] [PATTERN…]
// --require-programs fails when a test was skipped for want of a program.

import {spawn} from 'node:child_process';
import {randomInt} from 'node:crypto';
import {globSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
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

/** Processes that share the files of a kind, and how many of them run at a time: one more than cores, since the tests wait for programs and timers a third of the time. */
const shares = {unit: 3, e2e: 3, properties: 1};
const atATime = 3;

const shareJobs = name => {
	const seed = seedOf(name);
	if (seed !== undefined) {
		console.log(`Property tests use the seed ${seed}: FC_SEED=${seed} repeats them.`);
	}

	return Array.from({length: shares[name]}, (_, index) => ({
		name,
		seed,
		share: `${index + 1}/${shares[name]}`,
	}));
};

/** Runs the kinds in their order, the next one as soon as a process has nothing to do. Once a kind has failed, no process of the next one begins. */
const run = async names => {
	const jobs = names.flatMap(shareJobs);
	const failed = new Set();
	const work = async () => {
		for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
			const {name, seed, share} = job;
			if ([...failed].every(other => other === name)) {
				const {status, output} = await runShare(name, seed, share, job === first);
				process.stdout.write(output);
				if (status !== 0) {
					failed.add(name);
					process.exitCode ||= status;
				}
			}
		}
	};

	const [first] = jobs;
	await Promise.all(Array.from({length: atATime}, work));
};

/** The output of the first process is shown as it comes, that of each other one once it has ended. */
const runShare = (name, seed, share, isFirst) => {
	// A file is also a test, so this is the limit for a whole file. It only ends tests that hang.
	const options = ['--test-timeout=900000', '--test-isolation=none', `--test-shard=${share}`];
	const child = spawn(
		process.execPath,
		[
			...['--expose-gc', '--import', 'tsx', '--import', './test/helpers/property-seed.mjs', '--test'],
			...['--test-reporter=spec', '--test-reporter-destination=stdout'],
			...[
				'--test-reporter=./scripts/report-skipped.mjs',
				`--test-reporter-destination=${reportFile(`${name}-${share.replace('/', '-')}`)}`,
			],
			...options,
			...filesOf(name),
		],
		{
			stdio: ['ignore', isFirst ? 'inherit' : 'pipe', 'inherit'],
			env: {
				...process.env,
				FORCE_COLOR: '0',
				NODE_ENV: 'test',
				CI: undefined,
				// Where no size is known, Ink starts a program to ask for it, three times a frame.
				COLUMNS: '100',
				LINES: '24',
				...(seed === undefined ? {} : {FC_SEED: seed}),
				...(name === 'properties' ? {FUZZ_SECONDS: process.env.FUZZ_SECONDS ?? '60'} : {}),
			},
		},
	);
	let output = '';
	child.stdout?.setEncoding('utf8').on('data', text => {
		output += text;
	});
	return new Promise(resolve => {
		child.on('close', status => resolve({status: status ?? 1, output}));
	});
};

try {
	await run(chosen);

	const skipped = globSync(path.join(reports, '*.jsonl'))
		.sort()
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
