// Measures the built program in a pseudoterminal, interleaved with the floor, and prints one table. See `--help` for its options.

import process from 'node:process';
import {type BenchOptions, benchUsage, parseBenchOptions} from './bench-options.js';
import {type BenchResults, benchRows, emptyResults} from './bench-results.js';
import {verdictOf} from './bench-row.js';
import {startBenchServer} from './bench-server.js';
import type {BenchSubject} from './bench-subject.js';
import {formatBenchTable} from './bench-table.js';
import {describeMachine, machineLine} from './machine.js';
import {measureBurst} from './measure-burst.js';
import {measureFold} from './measure-fold.js';
import {measureKeys} from './measure-keys.js';
import {measureLongSession} from './measure-long-session.js';
import {measureFloorStart, measureProgramStart} from './measure-start.js';
import {measureSteadyFloor, measureSteadyProgram} from './measure-steady.js';
import {measureFloorLoopDelay, measureWatchedProgram} from './measure-watched.js';

const say = (text: string): void => {
	process.stderr.write(`${text}\n`);
};

type Attempt = (label: string, measure: () => Promise<void>) => Promise<void>;

/** One run of what is measured in every run, the floor and the program in turns. */
const measureRun = async (
	subject: BenchSubject,
	{parts, sizes}: BenchOptions,
	results: BenchResults,
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
};

const measureAll = async (
	subject: BenchSubject,
	options: BenchOptions,
	attempt: Attempt,
): Promise<BenchResults> => {
	const {parts, sizes} = options;
	const results = emptyResults();
	for (let start = 0; start < (parts.includes('start') ? sizes.starts : 0); start++) {
		await attempt('start', async () => {
			results.floorStart.push(await measureFloorStart(subject));
			results.programStart.push(await measureProgramStart(subject));
		});
	}

	for (let run = 0; run < sizes.runs; run++) {
		await measureRun(subject, options, results, attempt);
	}

	if (parts.includes('long')) {
		await attempt(`${sizes.turns} turns of ${sizes.eventsPerTurn} events`, async () => {
			const {before, after, watchedAfter} = await measureLongSession(subject, sizes);
			results.beforeTurns.push(...before);
			results.afterTurns.push(...after);
			results.watchedAfterTurns.push(watchedAfter);
		});
	}

	return results;
};

const run = async (options: BenchOptions): Promise<void> => {
	const machine = describeMachine();
	using server = await startBenchServer();
	// A part that fails leaves its rows empty and the exit code at 1; the others are measured all the same.
	const attempt: Attempt = async (label, measure) => {
		say(label);
		try {
			await measure();
		} catch (error) {
			say(`${label} failed: ${error instanceof Error ? error.message : String(error)}`);
			process.exitCode = 1;
		}
	};

	const results = await measureAll({server, program: options.program}, options, attempt);
	const rows = benchRows(results, options.parts);
	if (options.json) {
		const judged = rows.map(row => ({...row, verdict: verdictOf(row)}));
		process.stdout.write(
			`${JSON.stringify({machine, sizes: options.sizes, rows: judged, results}, null, '\t')}\n`,
		);
		return;
	}

	const {runs, quick} = options.sizes;
	const heading = quick
		? 'Quick: smaller than the table says, its figures mean little.'
		: `Median of ${runs} runs.`;
	process.stdout.write(`${machineLine(machine)}\n200×50. ${heading}\n\n${formatBenchTable(rows)}\n`);
};

const options = parseBenchOptions(process.argv.slice(2));
if (options) {
	await run(options);
} else {
	process.stdout.write(benchUsage);
}
