import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {StatisticsIndex} from '../../../source/analysis/statistics/statistics-index.js';
import {streamStatistics} from '../../../source/analysis/statistics/stream-statistics.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {arbitraryEvents} from '../../helpers/arbitrary-trace.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, blockStop, message, ping, text} from '../../messages/conformance/sample-stream.js';

const statisticsOf = (
	events: readonly TraceEvent[],
	{
		exchange = 1,
		length = events.length,
		hasTimes = true,
		bins = 4,
	}: {exchange?: number | null; length?: number; hasTimes?: boolean; bins?: number} = {},
) => {
	const index = new StatisticsIndex(exchange);
	index.extend(events);
	return streamStatistics(index, {length, hasTimes, bins});
};

const stream = [
	...tracedStream(message(blockStart(0), text(0, 'aé'), ping, text(0, 'bc'), text(0, 'd'), blockStop(0))),
	complete(250),
];

test('every type has its count, its bytes in UTF-8 and its share of the waiting', () => {
	const {events, types, time} = statisticsOf(stream);
	assert.equal(events, stream.length);
	assert.equal(time, 250);
	assert.deepEqual(
		types.map(({type, count, time, share}) => [type, count, time, share]),
		[
			['request', 1, 0, 0],
			['response', 1, 100, 0.4],
			['message_start', 1, 10, 0.04],
			['content_block_start', 1, 10, 0.04],
			['text_delta', 3, 30, 0.12],
			['ping', 1, 10, 0.04],
			['content_block_stop', 1, 10, 0.04],
			['message_delta', 1, 10, 0.04],
			['message_stop', 1, 10, 0.04],
			['end', 1, 60, 0.24],
		],
	);
	const deltas = stream.filter(event => event.type === 'sse' && event.data.includes('text_delta'));
	assert.equal(
		types.find(({type}) => type === 'text_delta')?.bytes,
		deltas.reduce((sum, event) => sum + (event.type === 'sse' ? Buffer.byteLength(event.data) : 0), 0),
	);
});

test('a block has its own gaps', () => {
	assert.deepEqual(statisticsOf(stream).blocks, [
		{
			index: 0,
			type: 'text',
			blocks: 1,
			events: 5,
			bytes: statisticsOf(stream).blocks[0]?.bytes,
			characters: 5,
			gaps: {count: 2, min: 10, median: 15, p95: 19.5, max: 20},
		},
	]);
});

test('the pause between two blocks belongs to neither, only to the gaps of the exchange', () => {
	const two = tracedStream(
		message(
			blockStart(0),
			text(0, 'a'),
			text(0, 'b'),
			blockStop(0),
			blockStart(1),
			text(1, 'c'),
			blockStop(1),
		),
	);
	const {blocks, gaps} = statisticsOf(two);
	assert.deepEqual(
		blocks.map(block => block.gaps?.count ?? 0),
		[1, 0],
	);
	assert.deepEqual([gaps?.count, gaps?.max], [2, 30]);
});

test('the rate adds up to what came, in equal spans', () => {
	const {rate, events, bytes, characters} = statisticsOf(stream);
	const sum = (pick: (bin: NonNullable<typeof rate>[number]) => number) =>
		(rate ?? []).reduce((total, bin) => total + pick(bin), 0);
	assert.deepEqual(
		[sum(bin => bin.events), sum(bin => bin.bytes), sum(bin => bin.characters)],
		[events, bytes, characters],
	);
	assert.deepEqual(
		rate?.map(({from, to}) => [from, to]),
		[
			[0, 62.5],
			[62.5, 125],
			[125, 187.5],
			[187.5, 250],
		],
	);
});

test('all exchanges are counted by the types of their blocks, without the time between them', () => {
	const later = tracedStream(message(blockStart(0), text(0, 'xyz'), blockStop(0)), {exchange: 2}).map(
		event => ({...event, at: event.at + 3_600_000}),
	);
	const {exchanges, time, blocks} = statisticsOf([...stream, ...later], {exchange: null});
	assert.deepEqual([exchanges, time], [2, 250 + 160]);
	assert.deepEqual(
		blocks.map(({index, type, blocks: count, characters}) => ({index, type, count, characters})),
		[{index: null, type: 'text', count: 2, characters: 8}],
	);
});

test('where exchanges overlap, time counts once', () => {
	const other = tracedStream(message(blockStart(0), blockStop(0)), {exchange: 2});
	const both = [...stream, ...other.map(event => ({...event, at: event.at + 200}))].toSorted(
		(a, b) => a.at - b.at,
	);
	assert.equal(statisticsOf(both, {exchange: null}).time, (both.at(-1)?.at ?? 0) - 0);
});

test('without times there are counts and bytes, but no waiting, gaps or rate', () => {
	const {time, types, blocks, gaps, rate} = statisticsOf(stream, {hasTimes: false});
	assert.deepEqual([time, gaps, rate, blocks[0]?.gaps], [null, null, null, null]);
	assert.ok(types.every(type => type.time === null && type.share === null && type.count > 0));
});

test('a hostile stream cannot make tables without end', () => {
	const odd = Array.from({length: 2000}, (_, index) => ({
		event: `n${index}`,
		data: `{"type":"n${index}"}`,
	}));
	const opened = Array.from({length: 2000}, (_, index) => blockStart(index));
	const {types, blocks, events} = statisticsOf(tracedStream([...odd, ...opened]));
	assert.ok(types.length <= 101);
	assert.ok(blocks.length <= 501);
	assert.equal(
		types.reduce((sum, {count}) => sum + count, 0),
		events,
	);
	assert.equal(
		blocks.reduce((sum, block) => sum + block.blocks, 0),
		2000,
	);
});

test('any prefix of the grown index gives what the prefix alone would', () => {
	fc.assert(
		fc.property(arbitraryEvents, fc.nat(), fc.boolean(), (events, cut, isAll) => {
			const length = events.length === 0 ? 0 : cut % (events.length + 1);
			const exchange = isAll ? null : (events[0]?.exchange ?? 1);
			const grown = new StatisticsIndex(exchange);
			while (grown.seen < events.length) {
				grown.extend(events, events.length, 3);
			}

			assert.deepEqual(
				streamStatistics(grown, {length, hasTimes: true, bins: 5}),
				statisticsOf(events.slice(0, length), {exchange, bins: 5}),
			);
		}),
	);
});
