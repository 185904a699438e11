import {formatMilliseconds, formatTokens} from '../../protocol/format-numbers.js';
import type {Summary} from '../../protocol/quantiles.js';
import {type Row, segment} from '../segment.js';
import {type Glyphs, glyphsFor} from './glyphs.js';
import {type Bin, histogramBins} from './histogram-bins.js';
import {horizontalBar} from './horizontal-bar.js';
import {cutLabel} from './label.js';

export type HistogramOptions = {
	/** Durations in milliseconds, in any order. */
	readonly values: ArrayLike<number>;
	/** The summary of the same values, or `null` where there are none. */
	readonly summary: Summary | null;
	readonly width: number;
	/** The most rows to use. */
	readonly height: number;
	readonly isAscii?: boolean;
};

/** How durations are spread: one row a bin with its range, how many there are, and a bar. A single value still has a bar to be seen. */
export function histogram({
	values,
	summary,
	width,
	height,
	isAscii = false,
}: HistogramOptions): readonly Row[] {
	if (summary === null) {
		return [[segment(cutLabel('nothing yet', width, isAscii), 'dim')]];
	}

	const glyphs = glyphsFor(isAscii);
	const bins = histogramBins(values, summary, Math.max(1, height));
	const most = bins.reduce((max, {count}) => Math.max(max, count), 0);
	const ranges = bins.map(bin => rangeLabel(bin, glyphs));
	const rangeWidth = Math.max(...ranges.map(({length}) => length));
	const countWidth = formatTokens(most).length;
	const barWidth = Math.max(0, width - rangeWidth - countWidth - 4);
	return bins.map(({count}, index): Row => {
		const range = (ranges[index] ?? '').padStart(rangeWidth);
		const number = formatTokens(count).padStart(countWidth);
		if (barWidth === 0) {
			return [segment(cutLabel(`${range}  ${number}`, width, isAscii), 'dim')];
		}

		const bar = horizontalBar(count / most, barWidth, glyphs);
		return [
			segment(`${range}  `, 'axis'),
			segment(`${number}  `),
			...(bar === '' ? [] : [segment(bar, 'bar')]),
		];
	});
}

function rangeLabel({from, to}: Bin, {range}: Glyphs): string {
	const [low = '', lowUnit] = formatMilliseconds(from).split(/ (?=m?s$)/);
	const high = formatMilliseconds(to);
	const hasSameUnit = from === 0 || high.endsWith(` ${lowUnit}`);
	return `${hasSameUnit ? low : formatMilliseconds(from)}${range}${high}`;
}
