import {explainEvent} from '../../protocol/explanations/explain-event.js';
import {explainHappening} from '../../protocol/explanations/explain-happening.js';
import type {TitledExplanation} from '../../protocol/explanations/explanation.js';
import {parseJson} from '../../protocol/json.js';
import {sanitizeLine} from '../../terminal/sanitize.js';
import {wrapText} from '../../terminal/wrap-text.js';
import type {LaneEntry} from '../../trace/sdk-lane.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import type {ScreenModel} from '../screen-model.js';
import {type Row, segment} from '../segment.js';
import {rawRows as wrappedRaw} from '../state/json-tree/raw-rows.js';
import {fixedRows, jsonSource, type RowSource, stacked} from './row-source.js';

/** The selected event: what it is for, what the SDK made of it, and what it holds, pretty or raw. */
export function eventTab(model: ScreenModel, width: number): RowSource {
	const event = model.selectedEvent;
	if (event === undefined) {
		return fixedRows([[segment('No event yet: send a message, and each one shows here.', 'dim')]]);
	}

	const {title, purpose, payload} = explain(event);
	const head: Row = [
		segment(`#${model.selectedPosition + 1} `, 'dim'),
		segment(sanitizeLine(title), 'title'),
		...verdictSegments(event, model.lane.at(model.selectedPosition)),
	];
	const body = model.state.isRaw
		? rawRows(rawText(event), width)
		: jsonSource(model.jsonRows('event', prettyValue(event), width));
	return stacked(fixedRows([head, ...prose(`${purpose} ${payload}`, width)]), body);
}

function explain(event: TraceEvent): TitledExplanation {
	return event.type === 'sse' ? explainEvent(event) : explainHappening(event);
}

const verdictWords = {
	none: '',
	pending: 'the SDK has not come to it yet',
	yielded: 'the SDK yielded it',
	dropped: 'the SDK dropped it without a word',
	thrown: 'the SDK threw an error at it',
};

function verdictSegments(event: TraceEvent, {verdict, helpers}: LaneEntry): Row {
	const fired = helpers.length === 0 ? '' : ` · fired ${helpers.join(', ')}`;
	const words = event.type === 'sse' ? ` · ${verdictWords[verdict]}` : '';
	return [
		segment(`${words}${fired}`, verdict === 'thrown' ? 'bad' : verdict === 'dropped' ? 'warning' : 'good'),
	];
}

function prose(text: string, width: number): readonly Row[] {
	return wrapText(sanitizeLine(text), width).lines.map(({text: line}): Row => [segment(line, 'dim')]);
}

function prettyValue(event: TraceEvent): unknown {
	return event.type === 'sse' || event.type === 'body' ? (parseJson(event.data) ?? event.data) : event;
}

function rawRows(text: string, width: number): RowSource {
	const rows = wrappedRaw(text, width);
	return {count: rows.count, slice: (from, to) => rows.slice(from, to).map(row => ({row}))};
}

/** The event as it stood on the wire; of what is no server-sent event, the line that a recording holds. */
function rawText(event: TraceEvent): string {
	if (event.type === 'body') {
		return event.data;
	}

	if (event.type !== 'sse') {
		return JSON.stringify(event);
	}

	const lines = [
		event.comment === undefined ? null : `: ${event.comment}`,
		event.id === undefined ? null : `id: ${event.id}`,
		event.retry === undefined ? null : `retry: ${event.retry}`,
		event.event === null ? null : `event: ${event.event}`,
		...event.data.split('\n').map(line => `data: ${line}`),
	];
	return lines.filter(line => line !== null).join('\n');
}
