import {arrived} from '../../analysis/arrived.js';
import {summarize} from '../../analysis/event-summary.js';
import {isContent} from '../../messages/vocabulary/piece.js';
import {fitParts} from '../../text/fit-parts.js';
import {formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import {rawRows} from '../../text/json-tree/raw-rows.js';
import {paintRow} from '../../text/paint.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, rowWidth, segment} from '../../text/segment.js';
import {fenced} from '../../trace/fence.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {objectAt, printJson, stringAt} from '../../wire/json.js';
import {explainTraceEvent, prettyValue, verdictParts} from '../inspector/event-facts.js';
import {noEventWords} from '../inspector/event-tab.js';
import {jsonSource} from '../inspector/row-source.js';
import {selectJsonRows} from '../inspector/select-json-rows.js';
import {followWords} from '../player/player-state.js';
import {placeOf, type Size} from '../screen/layout.js';
import {type PaneContent, paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {headerHeight, selectLayout} from '../screen/select-layout.js';
import {unreadableRow} from '../screen/unreadable-row.js';
import {eventStrip} from './event-strip.js';
import {isGuessing} from './guessing.js';
import {guessRows, presentedRows, roomyHeight} from './presented-rows.js';
import {selectCaption} from './select-caption.js';
import {selectEvent, selectLogLength, selectPosition, selectSelectedExchange} from './select-log.js';
import {textSoFar} from './text-so-far.js';

/** Empty columns on both sides, if there is room for them. */
const wideMargin = 2;

/** The presented event: the newest one, or the selected one. */
export const selectPresentedEvent: (screen: Screen) => PaneContent | null = paneSelector(screen => {
	const place = placeOf(selectLayout(screen), 'events');
	if (place === null) {
		return null;
	}

	const {log, theme, focus} = screen;
	const number = numberOf(screen);
	const isBeside = place.x > 0;
	const margin = isBeside ? wideMargin : 0;
	const inside = {width: place.width - (isBeside ? 1 : 0) - margin * 2, height: place.height - 1};
	return {
		title: [segment(number === '' ? 'Event' : 'Event ', 'title'), segment(number, 'dim')],
		note: log.isFollowing
			? [segment(followWords(screen), 'dim')]
			: [segment(focus === 'events' ? 'G follows' : 'not following', 'warning')],
		lines: rowsOf(screen, inside).map(row => ' '.repeat(margin) + paintRow(row, inside.width, theme)),
		place,
		top: headerHeight,
		isFocused: focus === 'events',
		theme,
	};
});

function numberOf(screen: Screen): string {
	const length = selectLogLength(screen);
	if (isGuessing(screen)) {
		const next = selectPosition(screen) + 2;
		return `${next} of ${Math.max(next, length)} · hidden`;
	}

	return length === 0 ? '' : `${selectPosition(screen) + 1} of ${length}`;
}

function rowsOf(screen: Screen, inside: Size): readonly Row[] {
	const event = selectEvent(screen);
	const position = selectPosition(screen);
	if (isGuessing(screen)) {
		const {text} = textSoFar(screen.trace, position);
		return guessRows(
			{
				facts: [[segment('? what comes next', 'accent')]],
				soFar: {text, start: text.length},
				strip: [...eventStrip(screen.trace.events, position, inside.width - 3), segment('  ?', 'accent')],
			},
			inside,
		);
	}

	return event === undefined
		? [[], [segment(noEventWords(screen), 'dim')]]
		: fenced(
				event,
				() => rowsOfEvent(screen, event, position, inside),
				() => [unreadableRow(event, position)],
			);
}

function rowsOfEvent(screen: Screen, event: TraceEvent, position: number, inside: Size): readonly Row[] {
	const value = prettyValue(event);
	return presentedRows(
		{
			summary: summarize(event),
			large: largeText(event),
			caption: selectCaption(screen),
			facts: factsRows(screen, event, position, inside),
			figure: figureOf(event),
			soFar: textSoFar(screen.trace, position),
			explanation: explainTraceEvent(event),
			pretty: jsonSource(selectJsonRows(screen, 'presented', {value, width: inside.width})),
			compact: rawRows(printJson(value), inside.width),
			strip: eventStrip(screen.trace.events, position, inside.width),
		},
		inside,
	);
}

/** The piece that an event brings, in quotes; the stop reason of a `message_delta`; else the event's name. */
function largeText(event: TraceEvent): string {
	const decoded = arrived(event);
	if (decoded?.kind === 'message_delta') {
		return sanitizeLine(stringAt(objectAt(decoded.payload, 'delta'), 'stop_reason')) || decoded.kind;
	}

	const piece = decoded?.piece ?? null;
	return isContent(piece) && piece !== null
		? `"${sanitizeLine(piece.text.replaceAll('\n', '↵'))}"`
		: summarize(event).name;
}

/** How many tokens a `message_delta` says were written. */
function figureOf(event: TraceEvent): string {
	const decoded = arrived(event);
	const usage = decoded?.kind === 'message_delta' ? objectAt(decoded.payload, 'usage') : undefined;
	const tokens = usage?.output_tokens;
	return typeof tokens === 'number'
		? `${formatTokens(tokens)} output ${tokens === 1 ? 'token' : 'tokens'}`
		: '';
}

/** The event's kind, times and SDK verdict: in one row, or in two if there is room. */
function factsRows(
	screen: Screen,
	event: TraceEvent,
	position: number,
	{width, height}: Size,
): readonly Row[] {
	const {sign, role} = summarize(event);
	const since = event.at - (selectSelectedExchange(screen)?.timestamps.request ?? event.at);
	const before = screen.trace.at(position - 1);
	const gap = before?.exchange === event.exchange ? event.at - before.at : null;
	const title = segment(`${sign} ${sanitizeLine(explainTraceEvent(event).title)}`, role);
	const times: Row = [
		title,
		...(screen.hasTimes
			? [
					segment(` · ${formatMilliseconds(since)}`),
					segment(gap === null ? '' : ` · +${formatMilliseconds(gap)}`, 'dim'),
				]
			: []),
	];
	const verdict = verdictParts(event, screen.lane.at(position));
	const [whole] = verdict;
	if (rowWidth([...times, ...whole]) > width && height >= roomyHeight) {
		return [times, [segment(' '), ...whole]];
	}

	return [
		fitParts(
			[
				{part: [times], rank: 0},
				{part: verdict, rank: 1},
			],
			width,
		),
	];
}
