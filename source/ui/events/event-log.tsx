import {filterSource, type LogRow} from '../../analysis/log-index.js';
import {paintRow} from '../../text/paint.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {paneSize} from '../screen/layout.js';
import {Lines} from '../screen/lines.js';
import {listWindow} from '../screen/list-state.js';
import {Pane} from '../screen/pane.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {followWords} from '../screen/screen-state.js';
import {eventRow, eventRowHeader} from './event-row.js';

/** The event log: a row for each thing that happened on the wire. Only the rows in sight are made. */
export function EventLog({model}: {readonly model: ScreenModel}) {
	const size = paneSize(model.layout, 'events');
	if (size === null) {
		return null;
	}

	const {state, theme} = model;
	const {width, height} = model.inside('events');
	const count = model.logCount;
	const {top, bottom, selected} = listWindow(state.log, count, height);
	const exchangeOf = rememberExchange(model);
	// Where the filter hides the selected event, its row is not there.
	const isSelectedHere = model.logIndex.holds(model.selectedPosition);
	const lines = Array.from({length: bottom - top}, (_, offset) => {
		const row = model.logRow(top + offset);
		const isSelected = top + offset === selected && !state.log.isFollowing && isSelectedHere;
		return row === undefined
			? ''
			: paintRow(rowOf(model, exchangeOf, row, width, isSelected), width, theme, isSelected);
	});

	const words = count === 0 ? emptyWords(model) : null;
	const empty = words === null ? [] : [paintRow([segment(` ${words}`, 'dim')], width, theme)];

	return (
		<Pane
			title={[segment('Events ', 'title'), segment(countWords(model, count), 'dim')]}
			note={noteOf(model, count, selected)}
			width={size.width}
			height={size.height}
			isFocused={state.focus === 'events'}
			theme={theme}
		>
			<Lines lines={[paintRow(eventRowHeader(width, state.hasChunks), width, theme), ...lines, ...empty]} />
		</Pane>
	);
}

/** Neighbouring rows are mostly of one exchange. */
function rememberExchange(model: ScreenModel): (number: number) => ExchangeView | null {
	let known: ExchangeView | null = null;
	return number => {
		known = known?.exchange === number ? known : model.exchangeOf(number);
		return known;
	};
}

function rowOf(
	model: ScreenModel,
	exchangeOf: (number: number) => ExchangeView | null,
	row: LogRow,
	width: number,
	isSelected: boolean,
): Row {
	const {trace, lane, state} = model;
	const event = trace.at(row.first);
	if (event === undefined) {
		return [];
	}

	const exchange = exchangeOf(event.exchange);
	const before = trace.at(row.first - 1);
	const chunk = event.type === 'sse' && state.hasChunks ? event.chunk : null;
	const isFirst = before?.type !== 'sse' || before.chunk !== chunk;
	return eventRow(
		event,
		{
			position: row.first,
			since: event.at - (exchange?.timestamps.request ?? 0),
			gap: before?.exchange === event.exchange ? event.at - before.at : null,
			lane: lane.at(row.first),
			run: row.last > row.first ? {count: row.last - row.first + 1, length: row.length} : undefined,
			isBookmarked: state.bookmarks.some(bookmark => bookmark >= row.first && bookmark <= row.last),
			finding: exchange === null ? null : model.findings.worstOf(exchange, row),
			isSelected,
			chunk: chunk === null ? undefined : {number: chunk, isFirst},
		},
		width,
	);
}

/** Where the log stands, then through which filter one looks: what is cut in a narrow log is the filter. */
function noteOf(model: ScreenModel, count: number, selected: number): Row {
	const {filter, log} = model.state;
	const wanted = sanitizeLine(filterSource(filter));
	const filtered = wanted === '' ? '' : ` · filter: ${wanted}`;
	const position = model.selectedPosition;
	if (position >= 0 && !model.logIndex.holds(position)) {
		return [segment(`#${position + 1} is hidden${filtered}`, 'warning')];
	}

	return log.isFollowing
		? [segment(`${followWords(model.state)}${filtered}`, 'dim')]
		: [segment(`${selected + 1} of ${count} · G follows${filtered}`, 'warning')];
}

function countWords({state, length}: ScreenModel, count: number): string {
	return state.filter.isFolded ? `${count} rows of ${length}` : String(count);
}

/** What stands in a log without rows, or `null` where there was no event yet. */
function emptyWords({length, trace, logIndex}: ScreenModel): string | null {
	const soFar = logIndex.count(trace.length) === 0 ? '' : ' so far';
	return length === 0 ? null : `No event${soFar} matches the filter: F shows all.`;
}
