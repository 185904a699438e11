import {overloadedError} from '../api-error.js';
import {pingEvent, type StreamEvent} from '../stream-event.js';
import type {FaultRule, WholeFault} from './fault.js';

type Events = readonly StreamEvent[];

/** The place of the n-th delta, or of the last event if there are fewer. */
function deltaPlace(events: Events, count: number): number {
	const deltas = [...events.keys()].filter(index => events[index]?.event === 'content_block_delta');
	return deltas[count - 1] ?? events.length - 1;
}

/** The place of the delta in the middle. */
function middle(events: Events): number {
	const count = events.filter(({event}) => event === 'content_block_delta').length;
	return deltaPlace(events, Math.floor(count / 2) + 1);
}

function pausedAt(events: Events, place: number, pause: number): Events {
	return events.map((event, index) => (index === place ? {...event, pause} : event));
}

/** Pings for a time, one a second. */
function pings(duration: number): StreamEvent[] {
	const count = Math.max(1, Math.round(duration / 1000));
	return Array.from({length: count}, () => ({...pingEvent, pause: duration / count}));
}

function withData(event: StreamEvent, fields: Readonly<Record<string, unknown>>): StreamEvent {
	return typeof event.data === 'string' ? event : {...event, data: {...event.data, ...fields}};
}

function field(event: StreamEvent, name: string): unknown {
	return typeof event.data === 'string' ? undefined : event.data[name];
}

function wire(data: {readonly type: string; readonly [field: string]: unknown}): StreamEvent {
	return {event: data.type, data};
}

function error(requestId: string): StreamEvent {
	const {type, message} = overloadedError;
	return {...wire({type: 'error', error: {details: null, type, message}, request_id: requestId}), pause: 100};
}

const outputTokens = (event: StreamEvent): number => {
	const usage = field(event, 'usage');
	const tokens =
		typeof usage === 'object' && usage !== null && 'output_tokens' in usage ? usage.output_tokens : 0;
	return typeof tokens === 'number' ? tokens : 0;
};

const changed = (events: Events, name: string, change: (event: StreamEvent) => readonly StreamEvent[]) =>
	events.flatMap(event => (event.event === name ? change(event) : [event]));

const rule = (
	name: string,
	[unit, usual]: readonly [FaultRule['unit'], number],
	summary: string,
	change: (events: Events, value: number, requestId: string) => Events,
	whole: WholeFault | null = null,
): FaultRule => ({
	name,
	unit,
	usual,
	summary,
	stage: 'events',
	whole,
	change: (events, {value, requestId}) => change(events, value, requestId),
});

/** Faults in what is said: events that are missing, wrong, unknown, doubled or late. */
export const eventFaults: readonly FaultRule[] = [
	rule('silence-before', ['time', 3000], 'Nothing comes for N before the first event.', (events, value) =>
		pausedAt(events, 0, value),
	),
	rule('silence-after', ['time', 3000], 'Nothing comes for N after the first event.', (events, value) =>
		pausedAt(events, 1, value),
	),
	rule('silence', ['time', 5000], 'Nothing comes for N in the middle of the answer.', (events, value) =>
		pausedAt(events, middle(events), value),
	),
	rule('pings', ['time', 5000], 'Only pings come for N in the middle of the answer.', (events, value) =>
		events.toSpliced(middle(events), 0, ...pings(value)),
	),
	rule(
		'only-pings',
		['time', 60_000],
		'After the first event, pings for N and nothing else.',
		(events, value) => [...events.slice(0, 1), ...pings(value)],
	),
	rule(
		'error-first',
		['none', 0],
		'An error event in place of the message.',
		(_, _value, requestId) => [error(requestId)],
		'error',
	),
	rule(
		'error-after',
		['count', 6],
		'An error event after N deltas.',
		(events, value, requestId) => [...events.slice(0, deltaPlace(events, value) + 1), error(requestId)],
		'error',
	),
	rule(
		'malformed',
		['count', 6],
		'The JSON of delta N breaks off; the rest follows.',
		(events, value) => {
			const place = deltaPlace(events, value);
			return events.map((event, index) =>
				index === place ? {...event, data: JSON.stringify(event.data).slice(0, -9)} : event,
			);
		},
		'malformed',
	),
	rule('unknown-event', ['none', 0], 'An event of a type that no client knows.', events =>
		events.toSpliced(middle(events), 0, wire({type: 'message_annotation', note: 'new in a later version'})),
	),
	rule('unknown-delta', ['none', 0], 'A delta of a type that no client knows.', events =>
		events.toSpliced(
			middle(events),
			0,
			wire({type: 'content_block_delta', index: 0, delta: {type: 'mood_delta', mood: 'curious'}}),
		),
	),
	rule(
		'unknown-block',
		['none', 0],
		'A content block of a type that no client knows, before the end.',
		events => {
			const index = events.filter(({event}) => event === 'content_block_start').length;
			const end = events.findIndex(({event}) => event === 'message_delta');
			return events.toSpliced(
				end,
				0,
				wire({type: 'content_block_start', index, content_block: {type: 'hologram', frames: 3}}),
				wire({type: 'content_block_delta', index, delta: {type: 'hologram_delta', frame: 1}}),
				wire({type: 'content_block_stop', index}),
			);
		},
	),
	rule('unknown-field', ['none', 0], 'Fields that no client knows in every event.', events =>
		events.map(event => withData(event, {trace_hint: {region: 'demo'}})),
	),
	rule('unknown-stop', ['none', 0], 'A stop reason that no client knows.', events =>
		changed(events, 'message_delta', event => [
			withData(event, {delta: {stop_reason: 'curfew', stop_sequence: null}}),
		]),
	),
	rule('double', ['count', 6], 'Delta N comes twice.', (events, value) => {
		const place = deltaPlace(events, value);
		return events.flatMap((event, index) => (index === place ? [event, event] : [event]));
	}),
	rule('drop', ['count', 6], 'Delta N is missing.', (events, value) =>
		events.toSpliced(deltaPlace(events, value), 1),
	),
	rule('no-message-start', ['none', 0], 'The first event is missing.', events =>
		changed(events, 'message_start', () => []),
	),
	rule('no-message-delta', ['none', 0], 'The event with the stop reason and the usage is missing.', events =>
		changed(events, 'message_delta', () => []),
	),
	rule('no-message-stop', ['none', 0], 'The last event is missing.', events =>
		changed(events, 'message_stop', () => []),
	),
	rule('no-block-stop', ['none', 0], 'No content block is ended.', events =>
		changed(events, 'content_block_stop', () => []),
	),
	rule('empty-deltas', ['none', 0], 'A delta without text before every delta.', events =>
		changed(events, 'content_block_delta', event => [
			wire({
				type: 'content_block_delta',
				index: field(event, 'index'),
				delta: {type: 'text_delta', text: ''},
			}),
			event,
		]),
	),
	rule(
		'usage-steps',
		['count', 3],
		'The usage comes in N cumulative steps, of which the last counts.',
		(events, value) =>
			changed(events, 'message_delta', event =>
				Array.from({length: value}, (_, index) =>
					withData(event, {usage: {output_tokens: Math.round((outputTokens(event) * (index + 1)) / value)}}),
				),
			),
	),
	rule('usage-falls', ['none', 0], 'The final output count is lower than the first one.', events =>
		changed(events, 'message_delta', event => [withData(event, {usage: {output_tokens: 0}})]),
	),
];
