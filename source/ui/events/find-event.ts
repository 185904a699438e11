import {completesText} from '../../analysis/completes-text.js';
import {summarize} from '../../analysis/event-summary.js';
import {containsText} from '../../analysis/log-index.js';
import {gapBefore} from '../../analysis/pauses.js';
import type {Severity} from '../../messages/conformance/finding.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import type {Screen} from '../screen/screen.js';
import {selectEvent, selectFindings, selectLogIndex, selectPosition} from './select-log.js';

/** A pause that "next gap" stops at, in milliseconds. */
const longGap = 1000;

type IsWanted = (event: TraceEvent, position: number) => boolean;

/** Tells on a screen which events are looked for. */
export type Wanted = (screen: Screen) => IsWanted;

/** The nearest position that is wanted, among those that the filter lets through. */
export function findEvent(screen: Screen, by: 1 | -1, isWanted: IsWanted): number | null {
	const {trace, live} = screen;
	const index = selectLogIndex(screen);
	// Also behind the playhead: that is where the next one of a recording is.
	for (let position = selectPosition(screen) + by; position >= 0 && position < live.length; position += by) {
		const event = trace.at(position);
		if (event !== undefined && isWanted(event, position) && index.holds(position)) {
			return position;
		}
	}

	return null;
}

/** An event that holds the searched text, or completes it. */
export function isHitIn({trace, search}: Screen): IsWanted {
	const completes = completesText(search);
	return (event, position) =>
		search !== '' && (containsText(event, search) || completes(trace.events, position));
}

/** An event of the selected one's type. The next one of a folded run is not inside it. */
export function isSameIn(screen: Screen): IsWanted {
	const selected = selectEvent(screen);
	const index = selectLogIndex(screen);
	const row = index.rowOf(selectPosition(screen));
	return (event, position) =>
		selected !== undefined && typeOf(event) === typeOf(selected) && index.rowOf(position) !== row;
}

/** A delta's own type tells more than that it is one. */
function typeOf(event: TraceEvent): string {
	const {deltaType, kind} = summarize(event);
	return deltaType ?? kind;
}

/** An event that came after a long pause. */
export function isAfterGap({trace}: Screen): IsWanted {
	return (_, position) => gapBefore(trace.events, position) > longGap;
}

/** An error of the wire, an event at which the SDK threw one, or one that breaks a rule of the protocol. */
export function isErrorIn(screen: Screen): IsWanted {
	return (event, position) =>
		summarize(event).role === 'error' ||
		(event.type === 'sse' && event.event === 'error') ||
		screen.lane.at(position).verdict === 'thrown' ||
		worstFinding(screen, event, position) === 'error';
}

/** What is found about an event, also by what came after it. */
function worstFinding(screen: Screen, {exchange}: TraceEvent, position: number): Severity | null {
	const view = exchangeIn(screen.live, exchange);
	if (view === null) {
		return null;
	}

	const findings = selectFindings(screen);
	while (findings.catchUp(view)) {
		// A long exchange is checked in stretches.
	}

	return findings.worstOf(view, {first: position, last: position});
}
