import assert from 'node:assert/strict';
import {test} from 'node:test';
import {exchangeIn, foldTrace} from '../../source/trace/fold-trace.js';
import type {AlteredEvent, TraceEvent} from '../../source/trace/trace-event.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {message, ping, textBlock} from '../messages/conformance/sample-stream.js';

const altered = (at: number, how: AlteredEvent['how'], more: Partial<AlteredEvent> = {}): AlteredEvent => ({
	...{type: 'altered', at, exchange: 1, attempt: 1, how, sse: 2},
	...more,
});

const stream = tracedStream(message(ping, ...textBlock(0)));

test('what was altered is counted, and changes nothing else of the exchange', () => {
	const events: TraceEvent[] = [
		...stream,
		altered(500, 'dropped'),
		altered(500, 'dropped'),
		altered(510, 'held'),
		altered(600, 'released', {late: 90}),
		complete(900),
	];
	const plain = exchangeIn(foldTrace([...stream, complete(900)]), 1);
	const view = exchangeIn(foldTrace(events), 1);
	assert.ok(view !== null && plain !== null);
	assert.deepEqual(view.altered, {
		counts: {dropped: 2, held: 1, released: 1},
		heldSince: null,
		heldFor: 90,
	});
	assert.deepEqual({...view, altered: plain.altered, last: plain.last}, plain);
});

test('the streams that are held now come in the order in which they were', () => {
	const second = stream.map(event => ({...event, exchange: 2}));
	const both: TraceEvent[] = [...stream, ...second];
	const held = [altered(700, 'held', {exchange: 2}), altered(800, 'held')];
	const after = (...more: readonly TraceEvent[]) => foldTrace([...both, ...held, ...more]).held;
	assert.deepEqual(after(), [2, 1]);
	assert.deepEqual(after(altered(900, 'released', {exchange: 2, late: 200})), [1]);
	assert.deepEqual(after(altered(900, 'undelivered', {exchange: 2}), complete(950)), []);
});
