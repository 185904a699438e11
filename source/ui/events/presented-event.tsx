import {Box} from 'ink';
import {summarize} from '../../analysis/event-summary.js';
import {fitParts} from '../../text/fit-parts.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {rawRows} from '../../text/json-tree/raw-rows.js';
import {paintRow} from '../../text/paint.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, rowWidth, segment} from '../../text/segment.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {explainTraceEvent, prettyValue, verdictParts} from '../inspector/event-facts.js';
import {noEventWords} from '../inspector/event-tab.js';
import {jsonSource} from '../inspector/row-source.js';
import {paneSize, type Size} from '../screen/layout.js';
import {Lines} from '../screen/lines.js';
import {Pane} from '../screen/pane.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {followWords} from '../screen/screen-state.js';
import {eventStrip} from './event-strip.js';
import {presentedRows, roomyHeight} from './presented-rows.js';

/** Empty columns at both sides, where there is room for them. */
const wideMargin = 2;

/** One event for a whole room to see: the newest one, or the selected one. */
export function PresentedEvent({model}: {readonly model: ScreenModel}) {
	const size = paneSize(model.layout, 'events');
	if (size === null) {
		return null;
	}

	const {state, theme} = model;
	const {layout} = model;
	const margin = layout.kind === 'presenting' && !layout.isStacked ? wideMargin : 0;
	const inside = {width: size.width - 2 - margin * 2, height: size.height - 2};
	const rows = rowsOf(model, inside).map(row => paintRow(row, inside.width, theme));
	return (
		<Pane
			title={[segment('Event ', 'title'), segment(numberOf(model), 'dim')]}
			note={state.log.isFollowing ? [segment(followWords(state), 'dim')] : [segment('G follows', 'warning')]}
			width={size.width}
			height={size.height}
			isFocused={state.focus === 'events'}
			theme={theme}
		>
			<Box flexDirection="column" paddingLeft={margin}>
				<Lines lines={rows} />
			</Box>
		</Pane>
	);
}

function numberOf(model: ScreenModel): string {
	const length = model.length;
	return length === 0 ? '' : `${model.selectedPosition + 1} of ${length}`;
}

function rowsOf(model: ScreenModel, inside: Size): readonly Row[] {
	const event = model.selectedEvent;
	if (event === undefined) {
		return [[], [segment(noEventWords(model), 'dim')]];
	}

	const position = model.selectedPosition;
	const value = prettyValue(event);
	return presentedRows(
		{
			summary: summarize(event),
			facts: factsRows(model, event, position, inside),
			explanation: explainTraceEvent(event),
			pretty: jsonSource(model.jsonRows('presented', value, inside.width)),
			compact: rawRows(JSON.stringify(value), inside.width),
			strip: eventStrip(model.trace.events, position, inside.width),
		},
		inside,
	);
}

/** The event's kind and times, and what the SDK did with it: in one row, or in two where there is room. */
function factsRows(
	model: ScreenModel,
	event: TraceEvent,
	position: number,
	{width, height}: Size,
): readonly Row[] {
	const {sign, role} = summarize(event);
	const since = event.at - (model.selectedExchange?.timestamps.request ?? event.at);
	const before = model.trace.at(position - 1);
	const gap = before?.exchange === event.exchange ? event.at - before.at : null;
	const times: Row = [
		segment(`${sign} ${sanitizeLine(explainTraceEvent(event).title)}`, role),
		segment(` · ${formatMilliseconds(since)}`),
		segment(gap === null ? '' : ` · +${formatMilliseconds(gap)}`, 'dim'),
	];
	const verdict = verdictParts(event, model.lane.at(position));
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
