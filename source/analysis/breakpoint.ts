import type {TraceEvent} from '../trace/trace-event.js';
import {completesText, isPiece} from './completes-text.js';
import {kindSource, readKind} from './event-kinds.js';
import {isOfKind} from './event-summary.js';
import {containsText} from './log-index.js';
import {gapBefore} from './pauses.js';

/** Where playback stops automatically. `gap` is in milliseconds. */
export type Breakpoint =
	| {readonly on: 'kind'; readonly kind: string}
	| {readonly on: 'gap'; readonly gap: number}
	| {readonly on: 'text'; readonly text: string};

/** `gap 2s`, `gap over 500 ms`, `gap: 3`. The default unit is seconds. */
const gapWords = /^(?:a )?gaps?\b[\s:>]*(?:(?:over|of|above|is|more than)\s+)*(\d+(?:\.\d+)?)\s*(ms|s)?$/i;

/**
 * Reads a breakpoint as a user types it: an event type (also `type: ping`), a gap, or any other text. The prefix `text:` makes anything a text.
 * The first two may follow `when`. Empty words are not a breakpoint.
 */
export function parseBreakpoint(words: string): Breakpoint | null {
	const written = words.trim();
	const [, text] = /^text:\s*(.+)$/is.exec(written) ?? [];
	if (written === '' || text !== undefined) {
		return text === undefined ? null : {on: 'text', text};
	}

	const named = written.replace(/^when\s+/i, '').replace(/\s+comes$/i, '');
	const gap = gapWords.exec(named);
	if (gap !== null) {
		return {on: 'gap', gap: Number(gap[1]) * (gap[2]?.toLowerCase() === 'ms' ? 1 : 1000)};
	}

	const kind = readKind(named);
	return kind === null ? {on: 'text', text: written} : {on: 'kind', kind};
}

/** Writes a breakpoint in the form that `parseBreakpoint` reads. */
export function breakpointSource(breakpoint: Breakpoint): string {
	switch (breakpoint.on) {
		case 'kind': {
			return kindSource(breakpoint.kind);
		}

		case 'gap': {
			return `gap ${gapLength(breakpoint.gap)}`;
		}

		case 'text': {
			return parseBreakpoint(breakpoint.text)?.on === 'text' && !/^text:/i.test(breakpoint.text)
				? breakpoint.text
				: `text: ${breakpoint.text}`;
		}
	}
}

/** Words to follow "stops" or "stopped". */
export function breakpointWords(breakpoint: Breakpoint): string {
	switch (breakpoint.on) {
		case 'kind': {
			return `when ${breakpoint.kind} comes`;
		}

		case 'gap': {
			return `when a gap is over ${gapLength(breakpoint.gap)}`;
		}

		case 'text': {
			return `when the text contains ${JSON.stringify(breakpoint.text)}`;
		}
	}
}

function gapLength(gap: number): string {
	return gap < 1000 ? `${gap} ms` : `${gap / 1000} s`;
}

/** Whether playback stops at an event. A text in the answer counts at the event that completes it, not in the raw JSON of an event. */
export function breakpointHit(
	breakpoint: Breakpoint,
): (events: readonly TraceEvent[], position: number) => boolean {
	switch (breakpoint.on) {
		case 'kind': {
			const kinds = new Set([breakpoint.kind]);
			return (events, position) => isOfKind(events[position], kinds);
		}

		case 'gap': {
			return (events, position) => gapBefore(events, position) > breakpoint.gap;
		}

		case 'text': {
			const completes = completesText(breakpoint.text);
			return (events, position) => {
				const event = events[position];
				return isPiece(event)
					? completes(events, position)
					: event !== undefined && containsText(event, breakpoint.text);
			};
		}
	}
}
