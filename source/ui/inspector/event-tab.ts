import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {explainTraceEvent, prettyValue, rawSource, verdictSegments} from './event-facts.js';
import {fixedRows, jsonSource, type RowSource, stacked} from './row-source.js';

/** The selected event: what it is for, what the SDK made of it, and what it holds, pretty or raw. */
export function eventTab(model: ScreenModel, width: number): RowSource {
	const event = model.selectedEvent;
	if (event === undefined) {
		return fixedRows(prose(noEventWords(model), width));
	}

	const {title, purpose, payload} = explainTraceEvent(event);
	const head: Row = [
		segment(`#${model.selectedPosition + 1} `, 'dim'),
		segment(sanitizeLine(title), 'title'),
		...verdictSegments(event, model.lane.at(model.selectedPosition)),
	];
	const body = model.state.isRaw
		? rawSource(event, width)
		: jsonSource(model.jsonRows('event', prettyValue(event), width));
	return stacked(fixedRows([head, ...prose(`${purpose} ${payload}`, width)]), body);
}

/** Why no event can be shown. */
export function noEventWords({length, trace}: ScreenModel): string {
	if (length > 0) {
		return 'No event is selected: F in the log shows all again.';
	}

	return trace.length === 0
		? 'No event yet: send a message, and each one shows here.'
		: 'No event yet: the playhead is before the first one.';
}

function prose(text: string, width: number): readonly Row[] {
	return wrapText(sanitizeLine(text), width).lines.map(({text: line}): Row => [segment(line, 'dim')]);
}
