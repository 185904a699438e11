// Puts small faults into the source, one at a time, and reports those that the tests miss. The tree is not changed: a loader hook gives the
// tests the faulty module. A surviving mutant means a missing test, or code that makes no difference.

import {spawn} from 'node:child_process';
import {existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {type Mutant, mutantsOf} from './mutants.js';

const usage = `Usage: npm run mutate -- FILE|FOLDER… [--tests PATTERN] [--max N] [--seed N] [--line N] [--jobs N]

  --tests PATTERN  runs the unit tests whose path holds the pattern; otherwise those that import the file or mirror its path
  --max N          tries N mutants, drawn at random
  --seed N         draws the same ones again (default: 1)
  --line N         tries only the mutants of one line
  --jobs N         tries N mutants at a time (default: 1)`;

type Verdict = 'killed' | 'timed out' | 'survived';
type Job = Mutant & {readonly file: string; readonly tests: readonly string[]};

const root = fileURLToPath(new URL('..', import.meta.url));
const allTests = globSync('test/**/*.test.{ts,tsx}', {cwd: root}).filter(
	file => !file.startsWith('test/e2e/'),
);

/** The unit tests of a source file: at its mirrored path, possibly with a suffix, and those that import it. */
function testsOf(file: string, pattern: string | undefined): readonly string[] {
	if (pattern !== undefined) {
		return allTests.filter(test => test.includes(pattern));
	}

	const module = file.replace(/^source\//, '').replace(/\.tsx?$/, '');
	return allTests.filter(
		test =>
			new RegExp(`^test/${module}(?:-[a-z-]+)?\\.test\\.tsx?$`).test(test) ||
			readFileSync(path.join(root, test), 'utf8').includes(`source/${module}.js'`),
	);
}

/** Runs tests and stops at the first failure. */
function runTests(tests: readonly string[], env: NodeJS.ProcessEnv, timeout: number): Promise<Verdict> {
	const imports = ['tsx', './scripts/mutant-hook.mjs', './test/helpers/property-seed.mjs'];
	const child = spawn(
		process.execPath,
		[
			'--expose-gc',
			...imports.flatMap(name => ['--import', name]),
			...['--test', '--test-isolation=none', '--test-reporter=dot', ...tests],
		],
		{
			cwd: root,
			env: {
				...process.env,
				NODE_ENV: 'test',
				FORCE_COLOR: '0',
				FC_SEED: process.env.FC_SEED ?? '20261122',
				...env,
			},
			stdio: ['ignore', 'pipe', 'ignore'],
		},
	);
	return new Promise(resolve => {
		let verdict: Verdict | null = null;
		const end = (reached: Verdict) => {
			verdict ??= reached;
			child.kill('SIGKILL');
		};
		const timer = setTimeout(end, timeout, 'timed out');
		child.stdout.on('data', (dots: Buffer) => {
			if (dots.toString().includes('X')) {
				end('killed');
			}
		});
		child.on('close', code => {
			clearTimeout(timer);
			resolve(verdict ?? (code === 0 ? 'survived' : 'killed'));
		});
	});
}

/** A given number of members, chosen by a seed, in their original order. */
function sample<T>(all: readonly T[], count: number, seed: number): readonly T[] {
	let state = seed;
	const keyed = all.map((member, index) => {
		// One step of mulberry32.
		state = (state + 0x6d2b79f5) | 0;
		const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		return {member, index, key: (mixed ^ (mixed >>> 14)) >>> 0};
	});
	return keyed
		.toSorted((a, b) => a.key - b.key)
		.slice(0, count)
		.toSorted((a, b) => a.index - b.index)
		.map(({member}) => member);
}

const {values, positionals} = parseArgs({
	allowPositionals: true,
	options: {
		tests: {type: 'string'},
		max: {type: 'string'},
		seed: {type: 'string', default: '1'},
		line: {type: 'string'},
		jobs: {type: 'string', default: '1'},
	},
});
const files = positionals.flatMap(name => {
	const relative = path.relative(root, path.resolve(name));
	const isFolder = existsSync(name) && statSync(name).isDirectory();
	return isFolder ? globSync(`${relative}/**/*.{ts,tsx}`, {cwd: root}).toSorted() : [relative];
});
if (files.length === 0) {
	console.error(usage);
	process.exit(2);
}

const jobs: Job[] = [];
for (const file of files) {
	const tests = testsOf(file, values.tests);
	if (tests.length === 0) {
		console.log(`${file}: no unit test imports it`);
		continue;
	}

	const source = readFileSync(path.join(root, file), 'utf8');
	const mutants = mutantsOf(source, file.endsWith('x') ? 'tsx' : 'ts');
	jobs.push(...mutants.map(mutant => ({...mutant, file, tests})));
}

const chosen = sample(
	jobs.filter(({line}) => values.line === undefined || line === Number(values.line)),
	values.max === undefined ? jobs.length : Number(values.max),
	Number(values.seed),
);
console.log(`${chosen.length} of ${jobs.length} mutants, seed ${values.seed}`);

const folder = mkdtempSync(path.join(tmpdir(), 'mutants-'));
/** The time limit for the tests of a file: a multiple of their time without a fault. */
const limits = new Map<string, Promise<number>>();
const verdicts = new Map(files.map(file => [file, [] as Verdict[]]));

/** The limit for the tests of a file, in milliseconds. Rejects if they fail without a fault, because then they prove nothing. */
async function measure(file: string, tests: readonly string[]): Promise<number> {
	const start = performance.now();
	if ((await runTests(tests, {}, 600_000)) !== 'survived') {
		throw new Error(`The tests of ${file} fail without a fault: ${tests.join(' ')}`);
	}

	return 10_000 + 4 * (performance.now() - start);
}

/** Tries the mutants of a shared queue, with a separate file for their code. */
async function work(queue: Iterable<Job>, code: string): Promise<void> {
	for (const {file, tests, line, before, after, ...mutant} of queue) {
		const limit = limits.get(file) ?? measure(file, tests);
		limits.set(file, limit);
		const timeout = await limit;
		writeFileSync(code, mutant.code);
		const env = {MUTANT_URL: pathToFileURL(path.join(root, file)).href, MUTANT_CODE: code};
		const verdict = await runTests(tests, env, timeout);
		verdicts.get(file)?.push(verdict);
		const short = (text: string) => text.replaceAll(/\s+/g, ' ').slice(0, 60) || 'nothing';
		console.log(`${verdict.padEnd(9)}  ${file}:${line}  ${short(before)}  →  ${short(after)}`);
	}
}

try {
	const queue = chosen.values();
	const workers = Array.from({length: Number(values.jobs)}, (_, index) => path.join(folder, `${index}.js`));
	await Promise.all(workers.map(code => work(queue, code)));
} finally {
	rmSync(folder, {recursive: true});
}

const reached = [...verdicts].filter(([, list]) => list.length > 0);
for (const [name, list] of [
	...reached,
	...(reached.length > 1 ? ([['all', [...verdicts.values()].flat()]] as const) : []),
]) {
	const killed = list.filter(verdict => verdict !== 'survived').length;
	const late = list.filter(verdict => verdict === 'timed out').length;
	// On a busy machine, even a harmless fault may time out.
	const noted = late === 0 ? '' : `, ${late} of them by their time`;
	console.log(
		`${name}: ${killed} of ${list.length} killed (${Math.round((100 * killed) / list.length)} %)${noted}`,
	);
}
