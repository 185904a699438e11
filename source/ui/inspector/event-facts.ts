import {decode} from '../../messages/decode.js';
import {explainEvent} from '../../messages/explain-event.js';
import {explainOutsideStream} from '../../messages/explain-outside-stream.js';
import type {TitledExplanation} from '../../messages/vocabulary/explanation.js';
import {rawRows} from '../../text/json-tree/raw-rows.js';
import {type Row, segment} from '../../text/segment.js';
import type {LaneEntry} from '../../trace/sdk-lane.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {parseJson, printJson} from '../../wire/json.js';
import {verdictSigns} from '../events/event-row.js';
import type {RowSource} from './row-source.js';

/** Explains what a trace event is for and where its payload is. */
export function explainTraceEvent(event: TraceEvent): TitledExplanation {
	return event.type === 'sse' ? explainEvent(event) : explainOutsideStream(event);
}

/** The JSON value shown for an event: its payload, or the whole event if it has none. */
export function prettyValue(event: TraceEvent): unknown {
	if (event.type === 'sse') {
		return decode(event).json ?? event.data;
	}

	return event.type === 'body' ? (parseJson(event.data) ?? event.data) : event;
}

const verdictWords = {
	none: '',
	pending: 'the SDK has not reached it yet',
	yielded: 'the SDK yielded it',
	dropped: 'the SDK dropped it silently',
	thrown: 'the SDK threw an error on it',
};

/** The SDK's verdict on an event, and the helper events that it fired. */
export function verdictSegments(event: TraceEvent, entry: LaneEntry): Row {
	return verdictParts(event, entry)[0];
}

/** The same in three lengths, longest first: everything, without the helper events, and the sign of the log. */
export function verdictParts(event: TraceEvent, {verdict, helpers}: LaneEntry): readonly [Row, Row, Row] {
	const role = verdict === 'thrown' ? 'bad' : verdict === 'dropped' ? 'warning' : 'good';
	const fired = helpers.length === 0 ? '' : ` · fired ${helpers.join(', ')}`;
	const words = event.type === 'sse' ? ` · ${verdictWords[verdict]}` : '';
	const sign = event.type === 'sse' ? ` · ${verdictSigns[verdict]}` : '';
	return [[segment(words + fired, role)], [segment(words, role)], [segment(sign, role)]];
}

/** A raw event in rows of `width` cells. */
export function rawSource(event: TraceEvent, width: number): RowSource {
	const rows = rawRows(rawText(event), width);
	return {
		count: rows.count,
		isFoldable: false,
		slice: (from, to) => rows.slice(from, to).map(row => ({row})),
	};
}

/** The event as it was on the wire. For anything but a server-sent event, its line in a recording. */
export function rawText(event: TraceEvent): string {
	if (event.type === 'body') {
		return event.data;
	}

	if (event.type !== 'sse') {
		return printJson(event);
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
