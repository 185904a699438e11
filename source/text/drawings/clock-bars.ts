import {formatMilliseconds} from '../format-numbers.js';
import {type Row, segment} from '../segment.js';
import {textWidth} from '../text-width.js';
import {glyphsFor} from './glyphs.js';
import {horizontalBar} from './horizontal-bar.js';
import {cutLabel, fixedLabel} from './label.js';

export type ClockBarsOptions = {
	/** The clocks by name, in milliseconds since the request. `null` means not yet reached. `role` is the style of the bar. */
	readonly clocks: ReadonlyArray<{readonly name: string; readonly ms: number | null; readonly role?: string}>;
	readonly width: number;
	readonly isAscii?: boolean;
};

/** Draws one row per clock: its name, its value, and a bar from the request to that moment. All bars share one time axis. */
export function clockBars({clocks, width, isAscii = false}: ClockBarsOptions): readonly Row[] {
	const glyphs = glyphsFor(isAscii);
	const rows = clocks.map(({name, ms, role}) => ({
		name,
		role,
		ms: ms ?? 0,
		value: ms === null ? glyphs.range : formatMilliseconds(ms),
	}));
	const max = rows.reduce((most, {ms}) => Math.max(most, ms), 0);
	const nameWidth = rows.reduce((most, {name}) => Math.max(most, textWidth(name)), 0);
	const valueWidth = rows.reduce((most, {value}) => Math.max(most, value.length), 0);
	const barWidth = Math.max(0, width - nameWidth - valueWidth - 4);
	return rows.map(({name, ms, role, value}): Row => {
		const head = `${fixedLabel(name, nameWidth, isAscii)}  ${value.padStart(valueWidth)}`;
		if (barWidth === 0) {
			return [segment(cutLabel(head, width, isAscii), 'dim')];
		}

		const bar = horizontalBar(max > 0 ? ms / max : 0, barWidth, glyphs);
		return [
			segment(head.slice(0, head.length - valueWidth), 'dim'),
			segment(`${value.padStart(valueWidth)}  `),
			...(bar === '' ? [] : [segment(bar, role ?? 'bar')]),
		];
	});
}
