// Runs the tests: `unit` in one process, which loads React, Ink and the SDK once; `e2e` in a process a file, since each drives a terminal.
// Usage: scripts/test.mjs unit|e2e [PATTERN…]

import {spawnSync} from 'node:child_process';
import {globSync} from 'node:fs';
import process from 'node:process';

const [kind, ...patterns] = process.argv.slice(2);
const all = globSync('test/**/*.test.{ts,tsx}').sort();
const files = all
	.filter(file => file.startsWith('test/e2e/') === (kind === 'e2e'))
	.filter(file => patterns.length === 0 || patterns.some(pattern => file.includes(pattern)));

const options =
	kind === 'e2e'
		? ['--test-concurrency=2', '--test-timeout=120000']
		: ['--test-isolation=none', '--test-timeout=120000'];

const {status} = spawnSync(
	process.execPath,
	[
		'--expose-gc',
		'--import',
		'tsx',
		'--import',
		'./test/helpers/property-seed.mjs',
		'--test',
		'--test-reporter=spec',
		...options,
		...files,
	],
	{
		stdio: 'inherit',
		env: {
			...process.env,
			FORCE_COLOR: '0',
			NODE_ENV: 'test',
			CI: undefined,
			...(process.env.CI && !process.env.FC_SEED ? {FC_SEED: '20261122'} : {}),
		},
	},
);
process.exitCode = status ?? 1;
