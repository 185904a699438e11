import assert from 'node:assert/strict';
import {test} from 'node:test';
import {benchParts, parseBenchOptions} from '../../bench/bench-options.js';
import {type BenchResults, benchRows, emptyResults} from '../../bench/bench-results.js';
import type {SteadyFigures} from '../../bench/measure-steady.js';
import {median} from '../../bench/median.js';

const steady = (p50: number, streamCpu: number): SteadyFigures => ({
	latency: {p50, p99: p50 * 2},
	streamCpu,
	processCpu: streamCpu + 300,
	waited: 0,
	bytesPerEvent: 1000,
	unseen: 0,
});

const idle = {cpu: 0, bytes: 0};

const results: BenchResults = {
	steadyFloor: [steady(1, 100), steady(3, 300), steady(2, 200)],
	steady: [30, 10, 20].map(p50 => ({...steady(p50, p50 * 40), fresh: idle, finished: idle})),
	frame: [8, 6, 7],
	keys: [50, 40, 90],
	burst: [{lag: 80, peakMemory: 120}],
	floorStart: [400],
	programStart: [500],
	beforeTurns: [steady(20, 800)],
	afterTurns: [steady(21, 1000)],
	floorLoopDelay: [2],
	watched: [
		{loopDelay: 9, writesPerFrame: 1, bytesPerFrame: 900},
		{loopDelay: 7, writesPerFrame: 1.1, bytesPerFrame: 700},
		{loopDelay: 8, writesPerFrame: 3, bytesPerFrame: 800},
	],
	watchedAfterTurns: [{loopDelay: 12, writesPerFrame: 1.5, bytesPerFrame: 1500}],
	fold: [{seconds: 1, memory: 200, events: 1_000_004}],
	million: [
		{
			inspect: {cpu: 11, peakMemory: 300},
			many: {opened: {cpu: 4, peakMemory: 400}, keys: {PgUp: 30, e: 60}, peakMemory: 420},
			one: {opened: {cpu: 4, peakMemory: 400}, keys: {PgUp: 35, e: 70}, peakMemory: 800},
		},
	],
};

const figure = (measured: RegExp): number | undefined =>
	benchRows(results, benchParts).find(row => measured.test(row.measured))?.value;

test('each figure is the median of its runs, and ratios are ratios of medians', () => {
	assert.equal(figure(/glyph, p50, 100/), 20);
	assert.equal(figure(/CPU for that stream, to the floor/), 4);
	assert.equal(figure(/CPU for that stream after/), 1.25);
	assert.equal(figure(/^CPU for one delta/), 7);
	assert.equal(figure(/^keystroke/), 50);
	assert.equal(figure(/first frame, to/), 1.25);
	assert.equal(figure(/memory held/), 200);
	assert.equal(figure(/^100 events\/s: writes/), 1.1);
	assert.equal(figure(/^100 events\/s: bytes a frame/), 800);
	assert.equal(figure(/^100 events\/s: event-loop delay/), 8);
	assert.equal(figure(/^1,000,000 events in 2,000 exchanges: CPU of inspect/), 11);
	assert.equal(figure(/^replay of it: CPU from a key/), 60);
	assert.equal(figure(/^1,000,000 events in one exchange, replay: peak memory/), 800);
	assert.equal(figure(/^after 1,000 turns: event-loop delay/), 12);
});

test('the median of an even number of values lies between the middle two, and there is none of no values', () => {
	assert.equal(median([4, 1, 3, 2]), 2.5);
	assert.equal(median([]), Number.NaN);
});

test('only the parts that were asked for have rows, and a part without results is not measured', () => {
	const rows = benchRows(emptyResults(), ['keys', 'fold']);
	assert.deepEqual(
		rows.map(({measured, value}) => [measured, value]),
		[
			['keystroke to glyph, p99, while 200 events/s stream', Number.NaN],
			['fold of 1,000,000 deltas', Number.NaN],
			['memory held then', Number.NaN],
		],
	);
});

test('options choose the parts and the number of runs, and nonsense is refused by name', () => {
	const options = parseBenchOptions(['--runs', '5', '--only', 'keys,fold', '--json']);
	assert.deepEqual([options?.json, options?.parts, options?.sizes.runs], [true, ['keys', 'fold'], 5]);
	assert.equal(parseBenchOptions(['--help']), null);
	assert.equal(parseBenchOptions(['--quick'])?.sizes.quick, true);
	assert.throws(() => parseBenchOptions(['--only', 'speed']), /Unknown part "speed"/);
	assert.throws(
		() => parseBenchOptions(['--runs', 'many']),
		/--runs must be a whole number from 1, not "many"/,
	);
});
