import {completesText} from '../../analysis/completes-text.js';
import {summarize} from '../../analysis/event-summary.js';
import {containsText} from '../../analysis/log-index.js';
import {gapBefore} from '../../analysis/pauses.js';
import type {Severity} from '../../messages/conformance/finding.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import type {Screen} from '../screen/screen.js';
import {selectEvent, selectFindings, selectLogIndex, selectPosition} from './select-log.js';

/** The shortest gap that "next gap" stops at, in milliseconds. */
const longGap = 1000;

type IsWanted = (event: TraceEvent, position: number) => boolean;

/** Makes the test for the events that are searched for. */
export type Wanted = (screen: Screen) => IsWanted;

/** The nearest matching position that the filter lets through, or `null`. */
export function findEvent(screen: Screen, by: 1 | -1, isWanted: IsWanted): number | null {
	const {trace, live} = screen;
	const index = selectLogIndex(screen);
	// Events after the playhead count too: in a recording, the next match is there.
	for (let position = selectPosition(screen) + by; position >= 0 && position < live.length; position += by) {
		const event = trace.at(position);
		if (event !== undefined && isWanted(event, position) && index.holds(position)) {
			return position;
		}
	}

	return null;
}

/** Matches events that contain the searched text, or complete it. */
export function isHitIn({trace, search}: Screen): IsWanted {
	const completes = completesText(search);
	return (event, position) =>
		search !== '' && (containsText(event, search) || completes(trace.events, position));
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
	return (event, position) =>
		summarize(event).role === 'error' ||
		(event.type === 'sse' && event.event === 'error') ||
		screen.lane.at(position).verdict === 'thrown' ||
		worstFinding(screen, event, position) === 'error';
}

/** The worst finding about an event, including findings caused by later events. */
function worstFinding(screen: Screen, {exchange}: TraceEvent, position: number): Severity | null {
	const view = exchangeIn(screen.live, exchange);
	if (view === null) {
		return null;
	}

	const findings = selectFindings(screen);
	while (findings.catchUp(view)) {
		// A long exchange is checked in parts.
	}

	return findings.worstOf(view, {first: position, last: position});
}
