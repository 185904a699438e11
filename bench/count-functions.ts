// Counts the functions that run for one event or key that changes one row, while an answer streams at 200×50.
// Usage: npm run bench:functions -- [--program FILE] [--list ping|text_delta|key]
// FILE is another unminified build; without it this tree is bundled. --list names every function, the most called first.

import process from 'node:process';
import {parseArgs} from 'node:util';
import {programReady, startProgram, submitPrompt} from './bench-subject.js';
import {createBundleReader} from './bundled-modules.js';
import {startHeldAnswer} from './held-answer.js';
import {type CountedFunction, openProbe} from './open-probe.js';
import {readableProgram} from './readable-program.js';
import {delta, frame, opening} from './send-stream.js';

/** A function and its module. */
type Ran = CountedFunction & {readonly module: string};

/** What one event or key caused. */
type Run = {readonly ran: readonly Ran[]; readonly frames: number; readonly bytes: number};

/** Deltas on the screen before anything is counted: the answer has more rows than the screen. */
const deltasBefore = 2000;

/** How often to repeat each cause. The lowest count is used, because in some runs the status line's clock also ticks. */
const repeats = 15;

const countRuns = async (program: string): Promise<ReadonlyMap<string, readonly Run[]>> => {
	using server = await startHeldAnswer();
	await using probe = await openProbe();
	await using terminal = startProgram({server, program}, probe);
	await programReady(terminal);
	await submitPrompt(terminal, server.requested);
	await server.send(opening('msg_bench').join(''));
	let marker = 0;
	const sendDelta = () => server.send(delta(marker++));
	while (marker < deltasBefore) {
		await sendDelta();
	}

	await terminal.quiet(500, 30_000);
	await probe.count();
	const modulesOf = createBundleReader();
	const causes: ReadonlyArray<readonly [string, () => Promise<void> | void]> = [
		['ping', () => server.send(frame({type: 'ping'}))],
		['text_delta', sendDelta],
		['key', () => terminal.write('e')],
	];
	const runs = new Map<string, Run[]>(causes.map(([name]) => [name, []]));
	for (let repeat = 0; repeat < repeats; repeat++) {
		for (const [name, cause] of causes) {
			await probe.counted();
			const [frames, bytes] = [terminal.frames(), terminal.bytes()];
			await cause();
			await terminal.quiet(100, 1000);
			const ran = (await probe.counted()).flatMap(counted => {
				const module = modulesOf(counted.url)?.atOffset(counted.start);
				return module === undefined ? [] : [{...counted, module}];
			});
			runs.get(name)?.push({ran, frames: terminal.frames() - frames, bytes: terminal.bytes() - bytes});
		}
	}

	return runs;
};

const isOwn = ({module}: Ran): boolean => module.startsWith('source/');
const filesOf = (ran: readonly Ran[]): number => new Set(ran.map(({module}) => module)).size;
const callsOf = (ran: readonly Ran[]): number => ran.reduce((sum, {calls}) => sum + calls, 0);

/** "all" includes the libraries in the bundle, such as React and Ink, but not Node. */
const columns: ReadonlyArray<readonly [string, (run: Run) => number]> = [
	['own functions', ({ran}) => ran.filter(isOwn).length],
	['own files', ({ran}) => filesOf(ran.filter(isOwn))],
	['own calls', ({ran}) => callsOf(ran.filter(isOwn))],
	['all functions', ({ran}) => ran.length],
	['all files', ({ran}) => filesOf(ran)],
	['all calls', ({ran}) => callsOf(ran)],
	['frames', ({frames}) => frames],
	['bytes', ({bytes}) => bytes],
];

/** The run with the fewest functions among those whose frame came in time. */
const leastOf = (runs: readonly Run[]): Run => {
	const drawn = runs.filter(({frames}) => frames > 0);
	return drawn.reduce((least, run) => (callsOf(run.ran) < callsOf(least.ran) ? run : least));
};

const {values} = parseArgs({options: {program: {type: 'string'}, list: {type: 'string'}}});
await using program = await readableProgram(values.program);
const runs = await countRuns(program.file);
const counts = [...runs].map(([name, all]) => ({name, run: leastOf(all)}));
const lines = [
	['cause', ...columns.map(([heading]) => heading)],
	['---', ...columns.map(() => '---:')],
	...counts.map(({name, run}) => [name, ...columns.map(([, figure]) => figure(run))]),
];
process.stdout.write(lines.map(cells => `| ${cells.join(' | ')} |\n`).join(''));
const listed = counts.find(({name}) => name === values.list)?.run.ran ?? [];
for (const {module, name, calls} of listed.toSorted((a, b) => b.calls - a.calls)) {
	process.stdout.write(`${String(calls).padStart(7)} ${module} ${name}\n`);
}
