import type {TraceEvent} from '../../trace/trace-event.js';
import {summarize} from '../rows/event-summary.js';
import {completesText, isPiece} from './completes-text.js';
import {containsText} from './log-index.js';

/** Times as fast as it was recorded, or all at once. */
export type PlaySpeed = number | 'max';

export const playSpeeds: readonly PlaySpeed[] = [0.1, 0.25, 0.5, 1, 2, 5, 10, 25, 50, 100, 'max'];

/** The next speed of the list above (1) or below (−1) one that need not be in it; the last one where there is none. */
export function nextSpeed(speed: PlaySpeed, by: 1 | -1): PlaySpeed {
	const value = speedValue(speed);
	const isBeyond = (other: PlaySpeed) => (speedValue(other) - value) * by > 0;
	const found = by === 1 ? playSpeeds.find(isBeyond) : playSpeeds.findLast(isBeyond);
	return found ?? speed;
}

export function speedWords(speed: PlaySpeed): string {
	return speed === 'max' ? 'max' : `${speed}×`;
}

function speedValue(speed: PlaySpeed): number {
	return speed === 'max' ? Number.MAX_VALUE : speed;
}

/** Where playing stops by itself. `gap` is in milliseconds. */
export type Breakpoint =
	| {readonly on: 'kind'; readonly kind: string}
	| {readonly on: 'gap'; readonly gap: number}
	| {readonly on: 'text'; readonly text: string};

/** How the playhead moves by itself. `idleLimit` is the longest pause that is waited out, in milliseconds of the recording. */
export type Playback = {
	readonly isPlaying: boolean;
	readonly speed: PlaySpeed;
	readonly idleLimit: number;
	readonly isLooping: boolean;
	readonly breakpoint: Breakpoint | null;
};

export const stoppedPlayback: Playback = {
	isPlaying: false,
	speed: 1,
	idleLimit: Number.POSITIVE_INFINITY,
	isLooping: false,
	breakpoint: null,
};

/** How far playing has come: the playhead, and how long it has waited there already, in milliseconds of the recording. */
export type PlayPosition = {
	readonly playhead: number;
	readonly waited: number;
	/** True when the breakpoint stopped it: its event is the last one before the playhead. */
	readonly isStopped: boolean;
};

/** Plays on for `budget` milliseconds of the recording. */
export function playOn(
	events: readonly TraceEvent[],
	from: {readonly playhead: number; readonly waited: number},
	budget: number,
	{idleLimit, breakpoint}: Pick<Playback, 'idleLimit' | 'breakpoint'>,
): PlayPosition {
	const isHit = breakpoint === null ? null : hitBy(breakpoint);
	let {playhead} = from;
	let left = from.waited + budget;
	while (playhead < events.length) {
		const pause = pauseBefore(events, playhead, idleLimit);
		if (pause > left) {
			return {playhead, waited: left, isStopped: false};
		}

		left -= pause;
		playhead++;
		if (isHit?.(events, playhead - 1)) {
			return {playhead, waited: 0, isStopped: true};
		}
	}

	return {playhead, waited: 0, isStopped: false};
}

/** The longest pause between two exchanges: somebody was typing, and nothing was on the wire. */
const longestBetween = 1000;

/** How long the event at a position is waited for, at most `idleLimit`. */
export function pauseBefore(events: readonly TraceEvent[], position: number, idleLimit: number): number {
	const event = events[position];
	const before = events[position - 1];
	if (event === undefined || before === undefined) {
		return 0;
	}

	const limit = event.exchange === before.exchange ? idleLimit : Math.min(idleLimit, longestBetween);
	return Math.max(0, Math.min(event.at - before.at, limit));
}

/** Reads a breakpoint as people write it: an event type, `gap 2s` or `gap 500ms`, or else a text. An empty one is none. */
export function parseBreakpoint(words: string, kinds: ReadonlySet<string>): Breakpoint | null {
	const text = words.trim();
	const gap = /^gap\s*>?\s*(\d+(?:\.\d+)?)\s*(ms|s)?$/.exec(text);
	if (gap !== null) {
		return {on: 'gap', gap: Number(gap[1]) * (gap[2] === 'ms' ? 1 : 1000)};
	}

	if (text === '') {
		return null;
	}

	return kinds.has(text) ? {on: 'kind', kind: text} : {on: 'text', text};
}

export function breakpointWords(breakpoint: Breakpoint): string {
	switch (breakpoint.on) {
		case 'kind': {
			return `when ${breakpoint.kind} comes`;
		}

		case 'gap': {
			return `when a gap is over ${breakpoint.gap / 1000} s`;
		}

		case 'text': {
			return `when an event contains ${JSON.stringify(breakpoint.text)}`;
		}
	}
}

/** Whether playing stops at an event. A text in the answer counts where it is complete, not where its JSON happens to hold it. */
function hitBy(breakpoint: Breakpoint): (events: readonly TraceEvent[], position: number) => boolean {
	switch (breakpoint.on) {
		case 'kind': {
			return (events, position) => kindAt(events, position) === breakpoint.kind;
		}

		case 'gap': {
			return (events, position) => pauseBefore(events, position, Number.POSITIVE_INFINITY) > breakpoint.gap;
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

function kindAt(events: readonly TraceEvent[], position: number): string | null {
	const event = events[position];
	return event === undefined ? null : summarize(event).kind;
}
