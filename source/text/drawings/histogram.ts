import {formatMilliseconds, formatTokens} from '../format-numbers.js';
import {type Row, segment} from '../segment.js';
import {type Glyphs, glyphsFor} from './glyphs.js';
import {horizontalBar} from './horizontal-bar.js';
import {cutLabel} from './label.js';

/** The number of durations from `from` to `to`, in milliseconds. */
export type HistogramBin = {readonly from: number; readonly to: number; readonly count: number};

export type HistogramOptions = {
	/** Bins of durations in milliseconds. Empty if there are no durations. */
	readonly bins: readonly HistogramBin[];
	readonly width: number;
	readonly isAscii?: boolean;
};

/** Draws the distribution of durations, one row per bin: its range, its count and a bar. A count of 1 still has a visible bar. */
export function histogram({bins, width, isAscii = false}: HistogramOptions): readonly Row[] {
	if (bins.length === 0) {
		return [[segment(cutLabel('nothing yet', width, isAscii), 'dim')]];
	}

	const glyphs = glyphsFor(isAscii);
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

function rangeLabel({from, to}: HistogramBin, {range}: Glyphs): string {
	const [low = '', lowUnit] = formatMilliseconds(from).split(/ (?=m?s$)/);
	const high = formatMilliseconds(to);
	const hasSameUnit = from === 0 || high.endsWith(` ${lowUnit}`);
	return `${hasSameUnit ? low : formatMilliseconds(from)}${range}${high}`;
}
