import {Box} from 'ink';
import {formatMilliseconds} from '../../protocol/format-numbers.js';
import {sanitizeLine} from '../../terminal/sanitize.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {explainTraceEvent, prettyValue, verdictParts} from '../inspector/event-facts.js';
import {noEventWords} from '../inspector/event-tab.js';
import {jsonSource} from '../inspector/row-source.js';
import {paintRow} from '../paint.js';
import {eventStrip} from '../rows/event-strip.js';
import {summarize} from '../rows/event-summary.js';
import {fitParts} from '../rows/fit-parts.js';
import {presentedRows, roomyHeight} from '../rows/presented-rows.js';
import type {ScreenModel} from '../screen-model.js';
import {type Row, rowWidth, segment} from '../segment.js';
import {rawRows} from '../state/json-tree/raw-rows.js';
import {paneSize, type Size} from '../state/layout.js';
import {followWords} from '../state/screen-state.js';
import {Lines} from './lines.js';
import {Pane} from './pane.js';

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
	const since = event.at - (model.selectedExchange?.marks.request ?? event.at);
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
