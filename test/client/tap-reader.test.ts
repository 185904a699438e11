import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTapReader} from '../../source/client/tap-reader.js';
import type {BodyEvent, SseTraceEvent} from '../../source/trace/trace-event.js';

test('of very long data only the beginning is kept, the rest is counted, and the stream goes on', () => {
	const told: Array<SseTraceEvent | BodyEvent> = [];
	const reader = createTapReader({
		place: {exchange: 1, attempt: 1},
		now: () => 0,
		emit: event => told.push(event),
		mayBeStream: true,
		limit: 1000,
		eventLimit: 10,
	});
	reader.read(
		Buffer.from(
			'event: a\ndata: 0123456789\n\nevent: b\ndata: 0123456789ABC\n\nevent: message_stop\ndata: {}\n\n',
		),
	);
	reader.end();
	assert.deepEqual(
		told.map(event => (event.type === 'sse' ? [event.event, event.data, event.omitted] : event)),
		[
			['a', '0123456789', undefined],
			['b', '0123456789', 3],
			['message_stop', '{}', undefined],
		],
	);
	assert.ok(reader.isOver());
});

test('an event keeps its other fields, in the order in which recordings write them', () => {
	const told: Array<SseTraceEvent | BodyEvent> = [];
	const reader = createTapReader({
		place: {exchange: 2, attempt: 3},
		now: () => 4.5,
		emit: event => told.push(event),
		mayBeStream: true,
		limit: 1000,
	});
	reader.read(Buffer.from('event: ping\ndata: {}\n\n: note\nid: 7\nretry: 10\nevent: ping\ndata: {}\n\n'));
	reader.read(Buffer.from('data: bare\n\nevent: ping\ndata: {}'));
	reader.end();
	const place = {type: 'sse', at: 4.5, exchange: 2, attempt: 3};
	assert.deepEqual(told, [
		{...place, chunk: 1, event: 'ping', data: '{}'},
		{...place, chunk: 1, event: 'ping', data: '{}', id: '7', comment: 'note', retry: 10},
		{...place, chunk: 2, event: null, data: 'bare'},
		{...place, chunk: 2, event: 'ping', data: '{}', unterminated: true},
	]);
	assert.deepEqual(
		told.map(event => Object.keys(event).slice(0, 7).join(' ')),
		told.map(() => 'type at exchange attempt chunk event data'),
	);
});
