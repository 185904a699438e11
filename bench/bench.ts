// Measures the built program in a pseudoterminal, interleaved with the floor, and prints one table. See `--help` for its options.

import process from 'node:process';
import {type BenchOptions, benchUsage, parseBenchOptions} from './bench-options.js';
import {type BenchResults, benchRows, emptyResults} from './bench-results.js';
import {besideBefore, verdictOf} from './bench-row.js';
import {startBenchServer} from './bench-server.js';
import type {BenchSubject} from './bench-subject.js';
import {formatBenchTable} from './bench-table.js';
import {describeMachine, machineLine} from './machine.js';
import {measureBurst} from './measure-burst.js';
import {measureFold} from './measure-fold.js';
import {measureFrame} from './measure-frame.js';
import {measureKeys} from './measure-keys.js';
import {measureLongSession} from './measure-long-session.js';
import {measureMillion} from './measure-million.js';
import {keepCompiledCode, measureFloorStart, measureProgramStart} from './measure-start.js';
import {measureSteadyFloor, measureSteadyProgram} from './measure-steady.js';
import {measureFloorLoopDelay, measureWatchedProgram} from './measure-watched.js';

const say = (text: string): void => {
	process.stderr.write(`${text}\n`);
};

/** A program, and what has been measured of it so far. */
type Measured = {readonly subject: BenchSubject; readonly results: BenchResults};

type Attempt = (label: string, measure: () => Promise<void>) => Promise<void>;

/** Measures one run, alternating between the floor and the program. */
const measureRun = async (
	{subject, results}: Measured,
	{parts, sizes}: BenchOptions,
	attempt: Attempt,
): Promise<void> => {
	if (parts.includes('steady')) {
		await attempt('100 events/s', async () => {
			results.steadyFloor.push(await measureSteadyFloor(subject, sizes));
			results.steady.push(await measureSteadyProgram(subject, sizes));
			results.floorLoopDelay.push(await measureFloorLoopDelay(subject, sizes));
			results.watched.push(await measureWatchedProgram(subject, sizes));
		});
	}

	if (parts.includes('frame')) {
		await attempt('single frames', async () => {
			results.frame.push(await measureFrame(subject.program, sizes));
		});
	}

	if (parts.includes('keys')) {
		await attempt('keys', async () => {
			results.keys.push(await measureKeys(subject, sizes));
		});
	}

	if (parts.includes('burst')) {
		await attempt('2,000 events/s', async () => {
			results.burst.push(await measureBurst(subject, sizes));
		});
	}

	if (parts.includes('fold')) {
		await attempt('fold', async () => {
			results.fold.push(await measureFold(sizes.foldDeltas));
		});
	}

	if (parts.includes('million')) {
		await attempt('long recordings', async () => {
			results.million.push(await measureMillion(subject.program, sizes));
		});
	}
};

/** Measures the programs alternately, so that other load on the machine affects all of them. */
const measureAll = async (
	programs: readonly Measured[],
	options: BenchOptions,
	attempt: Attempt,
): Promise<void> => {
	const {parts, sizes} = options;
	const inTurns = async (times: number, measure: (program: Measured) => Promise<void>): Promise<void> => {
		for (let turn = 0; turn < times; turn++) {
			for (const program of programs) {
				await measure(program);
			}
		}
	};

	await inTurns(1, ({subject}) => attempt('compiled code', () => keepCompiledCode(subject)));
	await inTurns(parts.includes('start') ? sizes.starts : 0, ({subject, results}) =>
		attempt('start', async () => {
			results.floorStart.push(await measureFloorStart(subject));
			results.programStart.push(await measureProgramStart(subject));
		}),
	);
	await inTurns(sizes.runs, program => measureRun(program, options, attempt));
	await inTurns(parts.includes('long') ? 1 : 0, ({subject, results}) =>
		attempt(`${sizes.turns} turns of ${sizes.eventsPerTurn} events`, async () => {
			const {before, after, watchedAfter} = await measureLongSession(subject, sizes);
			results.beforeTurns.push(...before);
			results.afterTurns.push(...after);
			results.watchedAfterTurns.push(watchedAfter);
		}),
	);
};

const run = async (options: BenchOptions): Promise<void> => {
	const machine = describeMachine();
	using server = await startBenchServer();
	// A part that fails leaves its rows empty and sets exit code 1, but the others are still measured.
	const attempt: Attempt = async (label, measure) => {
		say(label);
		try {
			await measure();
		} catch (error) {
			say(`${label} failed: ${error instanceof Error ? error.message : String(error)}`);
			process.exitCode = 1;
		}
	};

	const measured = (program: string): Measured => ({subject: {server, program}, results: emptyResults()});
	const now = measured(options.program);
	const before = options.before === null ? null : measured(options.before);
	await measureAll(before === null ? [now] : [before, now], options, attempt);
	const rows = besideBefore(
		benchRows(now.results, options.parts),
		before === null ? null : benchRows(before.results, options.parts),
	);
	if (options.json) {
		const judged = rows.map(row => ({...row, verdict: verdictOf(row)}));
		process.stdout.write(
			`${JSON.stringify({machine, sizes: options.sizes, rows: judged, results: now.results}, null, '\t')}\n`,
		);
		return;
	}

	const {runs, quick} = options.sizes;
	const heading = quick
		? 'Quick run: smaller than the table says, so its figures mean little.'
		: `Median of ${runs} runs.`;
	process.stdout.write(`${machineLine(machine)}\n200×50. ${heading}\n\n${formatBenchTable(rows)}\n`);
};

const options = parseBenchOptions(process.argv.slice(2));
if (options) {
	await run(options);
} else {
	process.stdout.write(benchUsage);
}
