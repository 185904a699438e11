import {arrived} from '../../analysis/arrived.js';
import {summarize} from '../../analysis/event-summary.js';
import {eventBefore} from '../../analysis/exchange-overlap.js';
import {gapBefore} from '../../analysis/pauses.js';
import {isContent} from '../../messages/vocabulary/piece.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import {lastItem} from '../../trace/persistent-list.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {placeOf} from '../screen/layout.js';
import type {Screen} from '../screen/screen.js';
import {selectLayout} from '../screen/select-layout.js';
import {findEvent, isAfterGap, isErrorIn, isHitIn, isSameIn, isWarningIn, type Wanted} from './find-event.js';
import type {Hunt, HuntedKind} from './log-state.js';
import {showPosition} from './select-event.js';
import {selectFindings} from './select-findings.js';
import {selectLogIndex, selectPosition} from './select-log.js';

const wanted: Readonly<Record<HuntedKind, {readonly words: string; readonly test: Wanted}>> = {
	hit: {words: 'hit', test: isHitIn},
	error: {words: 'error', test: isErrorIn},
	warning: {words: 'error or warning', test: isWarningIn},
	gap: {words: 'gap of over a second', test: isAfterGap},
	same: {words: 'event of this type', test: isSameIn},
};

/** Jumps to the nearest event of a kind. In a long trace it begins a hunt, which the program continues until Esc or another key. */
export function jump(screen: Screen, by: 1 | -1, kind: HuntedKind): Screen {
	if (kind === 'hit' && screen.search === null) {
		return {...screen, notice: 'nothing is searched for: / in the log searches'};
	}

	const from = startOf(screen, by);
	return huntOn(screen, {by, kind, from, next: from, hasWrapped: false});
}

/** The event beside the selected one. In the list of exchanges, the one beside the selected exchange. */
function startOf(screen: Screen, by: 1 | -1): number {
	const {live, overlay, exchanges} = screen;
	const listed =
		exchanges.attempt === null ? lastItem(live.exchanges) : exchangeIn(live, exchanges.attempt.exchange);
	return overlay !== 'exchanges' || !listed
		? selectPosition(screen) + by
		: by === 1
			? listed.last + 1
			: listed.first - 1;
}

/** Selects the attempt of the event that was found, if the list of exchanges is open. */
function listedAt(screen: Screen, position: number): Screen {
	const event = screen.trace.at(position);
	if (screen.overlay !== 'exchanges' || event === undefined) {
		return screen;
	}

	const last = exchangeIn(screen.live, event.exchange)?.attempts.at(-1)?.request.attempt ?? 1;
	const attempt = {exchange: event.exchange, attempt: 'attempt' in event ? event.attempt : last};
	return {...screen, exchanges: {...screen.exchanges, attempt}};
}

/** Continues the hunt by one step. */
export function continueHunt(screen: Screen): Screen {
	return screen.hunt === null ? screen : huntOn(screen, screen.hunt);
}

function huntOn(screen: Screen, hunt: Hunt): Screen {
	const {by, kind, next} = hunt;
	const {words, test} = wanted[kind];
	const found = findEvent(screen, next, by, test(screen));
	switch (found.kind) {
		case 'found': {
			if (kind === 'error' && hunt.hasWrapped) {
				return {...screen, hunt: null, notice: noneWords(screen, hunt)};
			}

			const shown = listedAt(
				showPosition({...screen, hunt: null, notice: null}, found.position),
				found.position,
			);
			const said = foundWords(screen, hunt, found.position);
			return {...shown, notice: isLogSeen(shown) ? said : hiddenWords(screen, found.position, said)};
		}

		case 'unfinished': {
			const going = {...hunt, next: found.next};
			return {
				...screen,
				hunt: going,
				notice: `looking for the ${words}: ${shareOf(screen, going)} %, Esc stops`,
			};
		}

		case 'none': {
			// Without any error in the trace, warnings are looked for.
			if ((kind === 'hit' || kind === 'error') && !hunt.hasWrapped) {
				const next = by === 1 ? 0 : screen.live.length - 1;
				return huntOn(screen, {...hunt, next, hasWrapped: true});
			}

			return kind === 'error'
				? huntOn(screen, {...hunt, kind: 'warning', next: hunt.from, hasWrapped: false})
				: {...screen, hunt: null, notice: noneWords(screen, hunt)};
		}
	}
}

/** Whether the row that was found can be seen. */
function isLogSeen(screen: Screen): boolean {
	return screen.isPresenting || placeOf(selectLayout(screen), 'events') !== null;
}

/** What was found, where the log is hidden. */
function hiddenWords(screen: Screen, position: number, said: string | null): string {
	const event = screen.trace.at(position);
	const name = event === undefined ? '' : ` ${summarize(event).name}`;
	return `#${position + 1}${name}${said === null ? '' : ` · ${said}`}`;
}

function noneWords(screen: Screen, {by, kind}: Hunt): string {
	const side = kind === 'hit' ? '' : by === 1 ? ' after this event' : ' before this event';
	return `no ${wanted[kind].words}${side}${amongWords(screen)}`;
}

function amongWords({filter}: Screen): string {
	return filter.passing !== null ? ' in the filtered log' : '';
}

/** Counting the hits of a longer trace takes longer than a key may. */
const maxCounted = 20_000;

/** What was found, where a row does not say it: which of the hits, or how long nothing had come. */
function foundWords(screen: Screen, {kind, by, hasWrapped}: Hunt, position: number): string | null {
	const {trace} = screen;
	switch (kind) {
		case 'hit': {
			const again = hasWrapped ? `, from the ${by === 1 ? 'beginning' : 'end'}` : '';
			const hits = trace.length > maxCounted ? null : hitsIn(screen);
			return hits === null
				? hasWrapped
					? `a hit${again}`
					: null
				: `hit ${hits.indexOf(position) + 1} of ${hits.length}${again}`;
		}

		case 'error':
		case 'warning': {
			const rule = ruleAt(screen, position, kind);
			return kind === 'error' ? rule : `no errors, but a warning: ${rule}`;
		}

		case 'gap': {
			const before = eventBefore(
				trace.events,
				position,
				event => event.type !== 'sse' || event.event !== 'ping',
			);
			const since = before === undefined ? '' : ` since ${sinceWords(before)}`;
			return `${formatMilliseconds(gapBefore(trace.events, position))}${since}`;
		}

		default: {
			return null;
		}
	}
}

/** The rule of that severity that an event breaks. */
function ruleAt(screen: Screen, position: number, severity: 'error' | 'warning'): string | null {
	const view = exchangeIn(screen.live, screen.trace.at(position)?.exchange ?? 0);
	const findings = view === null ? [] : selectFindings(screen).at(view, position);
	return findings.find(finding => finding.severity === severity)?.rule ?? null;
}

/** The positions of all hits that the filter lets through. */
function hitsIn(screen: Screen): readonly number[] {
	const isHit = isHitIn(screen);
	const index = selectLogIndex(screen);
	return screen.trace.events.flatMap((event, position) =>
		position < screen.live.length && isHit(event, position) === true && index.holds(position)
			? [position]
			: [],
	);
}

function sinceWords(event: TraceEvent): string {
	return isContent(arrived(event)?.piece ?? null) ? 'the last content' : sanitizeLine(summarize(event).name);
}

/** How much of the way to the trace's end has been looked at, in whole per cent. */
function shareOf({live}: Screen, {by, from, next, kind, hasWrapped}: Hunt): number {
	const toEnd = by === 1 ? live.length - from : from + 1;
	const fromStart = by === 1 ? next : live.length - 1 - next;
	const done = hasWrapped ? toEnd + fromStart : Math.abs(next - from);
	return Math.min(99, Math.floor((100 * done) / Math.max(1, kind === 'hit' ? live.length : toEnd)));
}
