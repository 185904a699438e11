import {rounded, type Spread} from './gap-list.js';
import {type RateBin, rateBins} from './rate-bins.js';
import type {StatisticsIndex} from './statistics-index.js';
import type {Tally} from './tally.js';

/**
 * How often an event of a type came and how many bytes of data it brought, in UTF-8. `time` is how long the exchange waited for them, in
 * milliseconds: from the event before each. `share` is its part of all waiting, from 0 to 1. Both are `null` if times are not known.
 */
export type TypeStatistics = {
	readonly type: string;
	readonly count: number;
	readonly bytes: number;
	readonly time: number | null;
	readonly share: number | null;
};

/**
 * A block, or all blocks of a type: `blocks` of them. `index` is `null` for several. `characters` are UTF-16 units of content. `gaps` are the
 * times between the content deltas of a block; `null` if there are none, or if times are not known.
 */
export type BlockStatistics = {
	readonly index: number | null;
	readonly type: string;
	readonly blocks: number;
	readonly events: number;
	readonly bytes: number;
	readonly characters: number;
	readonly gaps: Spread | null;
};

/**
 * The statistics of an exchange, or of all (`exchange` is then `null`). `time` is how long the exchanges took, in milliseconds, without what lies
 * between them. `gaps` are those between all content of an exchange. What depends on times is `null` if they are not known.
 */
export type StreamStatistics = {
	readonly exchange: number | null;
	readonly exchanges: number;
	readonly events: number;
	readonly bytes: number;
	readonly characters: number;
	readonly time: number | null;
	readonly types: readonly TypeStatistics[];
	readonly blocks: readonly BlockStatistics[];
	readonly gaps: Spread | null;
	readonly rate: readonly RateBin[] | null;
};

export type StatisticsOptions = {
	/** How many events of the trace count. */
	readonly length: number;
	readonly hasTimes: boolean;
	/** The number of equal spans of time for which the rate is given. */
	readonly bins: number;
};

/** What is in a prefix of the trace. */
export function streamStatistics(index: StatisticsIndex, options: StatisticsOptions): StreamStatistics {
	const {hasTimes, bins, length} = options;
	const {exchange, counted, busy, gaps, laneGaps, lanes} = index;
	const count = index.count(length);
	const sum = counted.sum(count);
	return {
		exchange,
		exchanges: sum.exchanges,
		events: count,
		bytes: counted.bytes[count - 1] ?? 0,
		characters: counted.characters[count - 1] ?? 0,
		time: hasTimes ? rounded(busy[count - 1] ?? 0) : null,
		types: typesOf(index, sum, hasTimes),
		blocks: lanes.all.flatMap((lane, row): readonly BlockStatistics[] => {
			const {gaps: ended, ...counts} = sum.lane(row);
			const spread = hasTimes ? (laneGaps[row]?.spread(ended) ?? null) : null;
			return counts.events === 0 ? [] : [{...lane, ...counts, gaps: spread}];
		}),
		gaps: hasTimes ? gaps.spread(sum.gaps) : null,
		rate: hasTimes ? rateBins(index, count, bins) : null,
	};
}

function typesOf({types}: StatisticsIndex, sum: Tally, hasTimes: boolean): readonly TypeStatistics[] {
	const rows = types.all.map((type, row) => ({type, ...sum.type(row)})).filter(row => row.count > 0);
	const waited = rows.reduce((total, {time}) => total + time, 0);
	return rows.map(row => ({
		...row,
		time: hasTimes ? rounded(row.time) : null,
		share: hasTimes && waited > 0 ? Math.round((row.time / waited) * 10_000) / 10_000 : null,
	}));
}
