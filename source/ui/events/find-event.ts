import {summarize} from '../../analysis/event-summary.js';
import {gapBefore} from '../../analysis/pauses.js';
import type {Severity} from '../../messages/conformance/finding.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import type {Screen} from '../screen/screen.js';
import {testOf} from './select-filter.js';
import {selectFindings} from './select-findings.js';
import {selectEvent, selectLogIndex, selectPosition} from './select-log.js';

/** The shortest gap that "next gap" stops at, in milliseconds. */
const longGap = 1000;

/** `later` means that more must be computed first, which may be too much for one step: ask again in the next one. */
type IsWanted = (event: TraceEvent, position: number) => boolean | 'later';

/** Makes the test for the events that are searched for. */
export type Wanted = (screen: Screen) => IsWanted;

/** The result of one step: the position found, the position to go on with in the next step, or that there is none. */
export type Found =
	| {readonly kind: 'found'; readonly position: number}
	| {readonly kind: 'unfinished'; readonly next: number}
	| {readonly kind: 'none'};

/** How many events are looked at in one step, which takes some 20 ms. */
const stretch = 4000;

/** Looks for the nearest matching position that the filter lets through, from `from` on in the direction `by`, for one step. */
export function findEvent(screen: Screen, from: number, by: 1 | -1, isWanted: IsWanted): Found {
	const {trace, live} = screen;
	const index = selectLogIndex(screen);
	// Events after the playhead count too: in a recording, the next match is there.
	for (let position = from; position >= 0 && position < live.length; position += by) {
		const event = trace.at(position);
		const answer = event === undefined ? false : isWanted(event, position);
		const isUnfiltered = position >= index.seen;
		if (answer === 'later' || isUnfiltered || Math.abs(position - from) >= stretch) {
			return {kind: 'unfinished', next: position};
		}

		if (answer && index.holds(position)) {
			return {kind: 'found', position};
		}
	}

	return {kind: 'none'};
}

/** Matches events that the search finds. */
export function isHitIn(screen: Screen): IsWanted {
	const test = screen.search === null ? null : testOf(screen, screen.search);
	return (_, position) => test?.(position) ?? false;
}

/** Matches events of the selected event's type. For a folded run, the next match is outside the run. */
export function isSameIn(screen: Screen): IsWanted {
	const selected = selectEvent(screen);
	const index = selectLogIndex(screen);
	const row = index.rowOf(selectPosition(screen));
	return (event, position) =>
		selected !== undefined && typeOf(event) === typeOf(selected) && index.rowOf(position) !== row;
}

/** The delta's own type says more than `content_block_delta`. */
function typeOf(event: TraceEvent): string {
	const {deltaType, kind} = summarize(event);
	return deltaType ?? kind;
}

/** Matches events after a long gap. */
export function isAfterGap({trace}: Screen): IsWanted {
	return (_, position) => gapBefore(trace.events, position) > longGap;
}

/** Matches errors on the wire, events on which the SDK threw, and events that break a rule of the protocol. */
export function isErrorIn(screen: Screen): IsWanted {
	return (event, position) => {
		const isError =
			summarize(event).role === 'error' ||
			(event.type === 'sse' && event.event === 'error') ||
			screen.lane.at(position).verdict === 'thrown';
		return isError || breaksRule(screen, event, position, 'error');
	};
}

/** Matches events whose worst finding is a warning. */
export function isWarningIn(screen: Screen): IsWanted {
	return (event, position) => breaksRule(screen, event, position, 'warning');
}

/** Whether an event breaks a rule of a severity, also by what later events show. A long exchange is checked in parts. */
function breaksRule(
	screen: Screen,
	{exchange}: TraceEvent,
	position: number,
	severity: Severity,
): boolean | 'later' {
	const view = exchangeIn(screen.live, exchange);
	if (view === null) {
		return false;
	}

	const findings = selectFindings(screen);
	return findings.catchUp(view)
		? 'later'
		: findings.worstOf(view, {first: position, last: position}) === severity;
}
