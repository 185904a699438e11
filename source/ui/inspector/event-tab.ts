import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import {selectEvent, selectPosition} from '../events/select-log.js';
import {selectLength} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {explainTraceEvent, prettyValue, rawSource, verdictSegments} from './event-facts.js';
import {fixedRows, jsonSource, type RowSource, stacked} from './row-source.js';
import {runTab} from './run-tab.js';
import {selectJsonRows} from './select-json-rows.js';

/** The selected event: what it is for, the SDK's verdict on it, and its content, pretty or raw. A folded run is shown as a whole. */
export function eventTab(screen: Screen, width: number): RowSource {
	const event = selectEvent(screen);
	const position = selectPosition(screen);
	if (event === undefined) {
		return fixedRows(prose(noEventWords(screen), width));
	}

	const run = screen.isRaw ? null : runTab(screen, width);
	if (run !== null) {
		return run;
	}

	const {title, purpose, payload} = explainTraceEvent(event);
	const head: Row = [
		segment(`#${position + 1} `, 'dim'),
		segment(sanitizeLine(title), 'title'),
		...verdictSegments(event, screen.lane.at(position)),
	];
	const body = screen.isRaw
		? rawSource(event, width)
		: jsonSource(selectJsonRows(screen, 'event', {value: prettyValue(event), width}));
	return stacked(fixedRows([head, ...prose(`${purpose} ${payload}`, width)]), body);
}

/** Says why no event can be shown. */
export function noEventWords(screen: Screen): string {
	if (selectLength(screen) > 0) {
		return 'No event is selected. F in the log shows all events.';
	}

	return screen.live.length === 0
		? 'No events yet. Send a message to see them here.'
		: 'No events yet. The playhead is before the first one.';
}

function prose(text: string, width: number): readonly Row[] {
	return wrapText(sanitizeLine(text), width).lines.map(({text: line}): Row => [segment(line, 'dim')]);
}
