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
