import {memo} from 'react';
import type {PriceList} from '../../messages/prices.js';
import {fitParts, type RankedPart} from '../../text/fit-parts.js';
import {paintRow} from '../../text/paint.js';
import {type Row, rowWidth, segment, spreadRow} from '../../text/segment.js';
import {textWidth} from '../../text/text-width.js';
import type {Theme} from '../../text/theme.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {Line} from './lines.js';
import {phaseWords} from './phase-words.js';
import {exchangeParts, type ShownTimes} from './status-parts.js';

export type StatusBarProps = ShownTimes & {
	readonly exchange: ExchangeView | null;
	/** Whether there are others, so that its number must be said. */
	readonly isOneOfSeveral?: boolean;
	/** The playhead, where no scrubber of a player shows it; `null` at the live end. */
	readonly playhead?: number | null;
	/** Milliseconds on the trace's clock. */
	readonly now: number;
	/** What the models cost. */
	readonly prices: PriceList;
	readonly queued: number;
	/** A notice about what a key just did. */
	readonly notice: string | null;
	/** Key hints, longest first. */
	readonly hints: readonly string[];
	/** What the keys of the pane just entered do, in the place of figures and hints; `null` if none was. */
	readonly keys?: readonly RankedPart[] | null;
	readonly width: number;
	readonly theme: Theme;
};

/** One line about the current state: phase, clocks, rate, tokens, and the time since the last byte. */
export const StatusBar = memo(
	({
		exchange,
		isOneOfSeveral = false,
		playhead = null,
		now,
		hasTimes = true,
		hasOuterTimes = false,
		prices,
		queued,
		notice,
		hints,
		keys = null,
		width,
		theme,
	}: StatusBarProps) => {
		const {sign, state, role} = phaseWords(exchange);
		const first: Row = [
			segment(` ${sign} ${state}`, role),
			// What was streaming then may have ended since.
			...(playhead === null ? [] : [segment(` at event ${playhead}`, role)]),
			...(notice === null ? [] : [segment(` · ${notice}`, 'accent')]),
		];
		if (notice !== null && rowWidth(first) > width) {
			return <Line text={paintRow([segment(` ${notice}`, 'accent')], width, theme)} />;
		}

		if (notice === null && keys !== null) {
			const row = [...first, ...fitParts(keys, width - rowWidth(first))];
			return <Line text={paintRow(row, width, theme)} />;
		}

		// A notice goes away with the next key, so it comes before what stays.
		const kept = notice === null ? minHintWidth(hints, width) : 0;
		const parts = [
			...(isOneOfSeveral && exchange !== null ? numberParts(exchange.exchange) : []),
			...queuedParts(queued),
			...(exchange === null ? [] : exchangeParts(exchange, now, {hasTimes, hasOuterTimes, prices})),
		];
		const left = [...first, ...fitParts(parts, width - rowWidth(first) - kept)];
		const hint = hints.find(words => hintWidth(words) <= width - rowWidth(left));
		const right = hint === undefined ? [] : [segment(` ${hint} `, 'dim')];
		return <Line text={paintRow(spreadRow(left, right, width), width, theme)} />;
	},
);

function hintWidth(words: string): number {
	return textWidth(words) + 2;
}

/** The room kept for a hint: hardly more than a quarter of the row. */
function minHintWidth(hints: readonly string[], width: number): number {
	const kept = hints.find(words => hintWidth(words) <= width / 4 + 1) ?? hints.at(-1) ?? '';
	return hintWidth(kept);
}

/** The line is about one exchange alone. */
function numberParts(exchange: number): readonly RankedPart[] {
	return [{part: [[segment(` · exchange ${exchange}`)]], rank: 0}];
}

function queuedParts(queued: number): readonly RankedPart[] {
	return queued === 0 ? [] : [{part: [[segment(` · ${queued} queued`, 'warning')]], rank: 0}];
}
