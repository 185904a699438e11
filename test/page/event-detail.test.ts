import assert from 'node:assert/strict';
import {test} from 'node:test';
import {eventDetail} from '../../source/page/event-detail.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';

const sse = (data: string): TraceEvent => ({
	type: 'sse',
	at: 1,
	exchange: 1,
	attempt: 1,
	chunk: 2,
	event: 'ping',
	data,
});

const fields = JSON.stringify(
	{type: 'sse', at: 1, exchange: 1, attempt: 1, chunk: 2, event: 'ping'},
	null,
	2,
);

test('an event shows its fields, then its data, on several lines if it is JSON', () => {
	assert.equal(eventDetail(sse('{"type": "ping"}')), `${fields}\n\n{\n  "type": "ping"\n}`);
	assert.equal(eventDetail(sse('{"type": ')), `${fields}\n\n{"type": `);
	assert.equal(eventDetail(sse('')), `${fields}\n\n`);
	const body: TraceEvent = {type: 'body', at: 1, exchange: 1, attempt: 1, data: '[1]'};
	assert.match(eventDetail(body), /^\{\n {2}"type": "body",[^[]*\}\n\n\[\n {2}1\n\]$/);
});

test('anything but a stream event shows all its fields, and no event shows nothing', () => {
	const end: TraceEvent = {
		type: 'end',
		at: 9,
		exchange: 1,
		outcome: 'complete',
		error: null,
		message: {id: 1},
	};
	assert.equal(eventDetail(end), JSON.stringify(end, null, 2));
	assert.equal(eventDetail(undefined), '');
});
