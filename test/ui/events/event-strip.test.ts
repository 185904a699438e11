import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {textWidth} from '../../../source/text/text-width.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {eventStrip} from '../../../source/ui/events/event-strip.js';

const sse = (event: string, payload: object = {}): TraceEvent => ({
	type: 'sse',
	at: 0,
	exchange: 1,
	attempt: 1,
	chunk: 1,
	event,
	data: JSON.stringify({type: event, ...payload}),
});
const start = (index: number) => sse('content_block_start', {index, content_block: {type: 'text', text: ''}});
const delta = (index: number) => sse('content_block_delta', {index, delta: {type: 'text_delta', text: 'a'}});
const events = [
	sse('message_start'),
	start(0),
	delta(0),
	delta(0),
	delta(0),
	sse('ping'),
	delta(0),
	delta(1),
];

const stripText = (position: number, width: number) =>
	eventStrip(events, position, width)
		.map(({text}) => text)
		.join('');

describe('the strip of the last events', () => {
	it('shows the events up to a position, equal neighbours once, and the event itself highlighted', () => {
		assert.equal(stripText(4, 80), '● msg_start  ┌ block_start  │ delta ×2  │ delta');
		assert.deepEqual(eventStrip(events, 4, 80).at(-1), {text: '│ delta', role: 'highlight'});
	});

	it('keeps blocks apart', () => {
		assert.equal(stripText(7, 23), '│ delta  │ delta');
		assert.equal(stripText(7, 40), '│ delta ×3  · ping  │ delta  │ delta');
	});

	it('is empty if there are no events', () => {
		assert.deepEqual(eventStrip(events, -1, 40), []);
		assert.deepEqual(eventStrip([], 0, 40), []);
	});

	it('fits, except for the event itself, which is always there', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...events), {minLength: 1, maxLength: 40}),
				fc.integer({min: 20, max: 120}),
				(list, width) => {
					const strip = eventStrip(list, list.length - 1, width);
					assert.ok(textWidth(strip.map(({text}) => text).join('')) <= width);
					assert.equal(strip.filter(({role}) => role === 'highlight').length, 1);
				},
			),
		);
	});
});
