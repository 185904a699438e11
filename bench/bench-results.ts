import type {BenchPart} from './bench-options.js';
import type {BenchRow} from './bench-row.js';
import type {BurstFigures} from './measure-burst.js';
import type {FoldFigures} from './measure-fold.js';
import type {MillionFigures} from './measure-million.js';
import type {IdleFigures, SteadyFigures} from './measure-steady.js';
import type {WatchedFigures} from './measure-watched.js';
import {median, medianOf} from './median.js';
import {millionRows} from './million-rows.js';

/** The measurements, one entry per run. A part that was left out is empty. */
export type BenchResults = {
	readonly steadyFloor: SteadyFigures[];
	readonly steady: Array<SteadyFigures & {readonly fresh: IdleFigures; readonly finished: IdleFigures}>;
	/** CPU, ms. */
	readonly frame: number[];
	/** p99, ms. */
	readonly keys: number[];
	readonly burst: BurstFigures[];
	/** ms. */
	readonly floorStart: number[];
	readonly programStart: number[];
	readonly beforeTurns: SteadyFigures[];
	readonly afterTurns: SteadyFigures[];
	/** p95, ms. */
	readonly floorLoopDelay: number[];
	readonly watched: WatchedFigures[];
	readonly watchedAfterTurns: WatchedFigures[];
	readonly fold: FoldFigures[];
	readonly million: MillionFigures[];
};

export const emptyResults = (): BenchResults => ({
	steadyFloor: [],
	steady: [],
	frame: [],
	keys: [],
	burst: [],
	floorStart: [],
	programStart: [],
	beforeTurns: [],
	afterTurns: [],
	floorLoopDelay: [],
	watched: [],
	watchedAfterTurns: [],
	fold: [],
	million: [],
});

const p50 = ({latency}: SteadyFigures): number => latency.p50;
const p99 = ({latency}: SteadyFigures): number => latency.p99;
const streamCpu = (figures: SteadyFigures): number => figures.streamCpu;
const processCpu = (figures: SteadyFigures): number => figures.processCpu;

const steadyRows = ({steady, steadyFloor}: BenchResults): BenchRow[] => {
	const both = (pick: (figures: SteadyFigures) => number) => ({
		floor: medianOf(steadyFloor, pick),
		value: medianOf(steady, pick),
	});
	const cpu = both(streamCpu);
	const wholeCpu = both(processCpu);
	const waited = both(figures => figures.waited);
	return [
		{measured: 'socket to glyph, p50, 100 events/s', unit: 'ms', ...both(p50), target: 20, hope: 15},
		{measured: 'socket to glyph, p99', unit: 'ms', ...both(p99), target: 40, hope: 30},
		{
			measured: 'deltas that no frame showed',
			unit: '',
			value: medianOf(steady, ({unseen}) => unseen),
			target: 0,
			hope: 0,
		},
		{measured: 'CPU for that stream', unit: 'ms', ...cpu},
		{
			measured: 'CPU for that stream, to the floor',
			unit: '×',
			value: cpu.value / cpu.floor,
			target: 3.5,
			hope: 2.5,
		},
		{measured: 'waited for a CPU meanwhile (a busy machine)', unit: 'ms', ...waited},
		{measured: 'CPU of the whole process, start included', unit: 'ms', ...wholeCpu},
		{
			measured: 'CPU of the whole process, to the floor',
			unit: '×',
			value: wholeCpu.value / wholeCpu.floor,
		},
	];
};

const bytesRow = ({steady, steadyFloor}: BenchResults): BenchRow => ({
	measured: 'bytes to the terminal per event, 100 events/s',
	unit: 'B',
	floor: medianOf(steadyFloor, figures => figures.bytesPerEvent),
	value: medianOf(steady, figures => figures.bytesPerEvent),
	target: 2000,
	hope: 500,
});

const watchedRows = (name: string, watched: readonly WatchedFigures[]): BenchRow[] => [
	{
		measured: `${name}: writes to the terminal a frame`,
		unit: '',
		value: medianOf(watched, ({writesPerFrame}) => writesPerFrame),
	},
	{
		measured: `${name}: bytes a frame`,
		unit: 'B',
		value: medianOf(watched, ({bytesPerFrame}) => bytesPerFrame),
	},
	{
		measured: `${name}: event-loop delay, p95`,
		unit: 'ms',
		value: medianOf(watched, ({loopDelay}) => loopDelay),
	},
];

const loopRows = ({watched, floorLoopDelay}: BenchResults): BenchRow[] =>
	watchedRows('100 events/s', watched).map(row =>
		row.measured.includes('event-loop') ? {...row, floor: median(floorLoopDelay)} : row,
	);

const longSessionRows = ({beforeTurns, afterTurns, watchedAfterTurns}: BenchResults): BenchRow[] => {
	const ratio = (pick: (figures: SteadyFigures) => number): number =>
		medianOf(afterTurns, pick) / medianOf(beforeTurns, pick);
	const limits = {unit: '×', target: 1.2, hope: 1.05};
	return [
		{
			measured: 'CPU for that stream after 1,000 turns, 200,000 events, to before',
			value: ratio(streamCpu),
			...limits,
		},
		{measured: 'socket to glyph p50 then, to before', value: ratio(p50), ...limits},
		{measured: 'socket to glyph p99 then, to before', unit: '×', value: ratio(p99)},
		...watchedRows('after 1,000 turns', watchedAfterTurns),
	];
};

const startRows = ({floorStart, programStart}: BenchResults): BenchRow[] => {
	const floor = median(floorStart);
	const value = median(programStart);
	return [
		{measured: 'first frame, the whole screen', unit: 'ms', floor, value},
		{
			measured: "first frame, to the floor's first output",
			unit: '×',
			value: value / floor,
			target: 1.5,
			hope: 1.2,
		},
	];
};

const burstRows = ({burst}: BenchResults): BenchRow[] => [
	{
		measured: '2,000 events/s, 20,000 events: last byte to last glyph',
		unit: 'ms',
		value: medianOf(burst, ({lag}) => lag),
		target: 250,
		hope: 100,
	},
	{
		measured: 'peak memory then',
		unit: 'MB',
		value: medianOf(burst, ({peakMemory}) => peakMemory),
		target: 250,
		hope: 150,
	},
];

/**
 * Milliseconds of CPU per second below which a program counts as idle. Some time after work has ended, V8 collects garbage once, which costs a
 * few milliseconds. One frame per second would cost ten.
 */
const noCpu = 2;

const idleRows = ({steady}: BenchResults): BenchRow[] =>
	[
		{name: 'idle', figures: steady.map(({fresh}) => fresh)},
		{name: 'idle, a finished stream on the screen', figures: steady.map(({finished}) => finished)},
	].flatMap(({name, figures}) => [
		{
			measured: `${name}: CPU`,
			unit: 'ms/s',
			value: medianOf(figures, ({cpu}) => cpu),
			target: noCpu,
			hope: noCpu,
		},
		{
			measured: `${name}: bytes written`,
			unit: 'B',
			value: medianOf(figures, ({bytes}) => bytes),
			target: 0,
			hope: 0,
		},
	]);

const foldRows = ({fold}: BenchResults): BenchRow[] => [
	{
		measured: 'fold of 1,000,000 deltas',
		unit: 's',
		value: medianOf(fold, ({seconds}) => seconds),
		target: 4,
		hope: 2,
	},
	{
		measured: 'memory held then',
		unit: 'MB',
		value: medianOf(fold, ({memory}) => memory),
		target: 400,
		hope: 250,
	},
];

const frameRows = ({frame}: BenchResults): BenchRow[] => [
	{measured: 'CPU for one delta and its frame', unit: 'ms', value: median(frame)},
];

const keyRows = ({keys}: BenchResults): BenchRow[] => [
	{
		measured: 'keystroke to glyph, p99, while 200 events/s stream',
		unit: 'ms',
		value: median(keys),
		target: 30,
		hope: 20,
	},
];

const rowsOf: Readonly<Record<BenchPart, (results: BenchResults) => BenchRow[]>> = {
	steady: results => [...steadyRows(results), bytesRow(results), ...loopRows(results), ...idleRows(results)],
	frame: frameRows,
	long: longSessionRows,
	keys: keyRows,
	burst: burstRows,
	start: startRows,
	fold: foldRows,
	million: ({million}) => millionRows(million),
};

/** The rows of the table for the requested parts. Each figure is the median of the runs. */
export const benchRows = (results: BenchResults, parts: readonly BenchPart[]): BenchRow[] =>
	parts.flatMap(part => rowsOf[part](results));
