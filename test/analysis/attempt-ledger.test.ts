import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {AttemptLedger} from '../../source/analysis/attempt-ledger.js';
import {arbitraryEvents} from '../helpers/arbitrary-trace.js';
import {tracedStream} from '../helpers/traced-stream.js';

test('bytes are counted in UTF-8, reads by their numbers, for each attempt', () => {
	const ledger = new AttemptLedger();
	const wire = {event: 'novelty', data: 'é€'};
	ledger.extend([
		...tracedStream([wire], {status: 529}),
		...tracedStream([wire, wire, wire], {attempt: 2, perRead: 2}),
	]);
	assert.deepEqual(ledger.of(1, 1), {exchange: 1, attempt: 1, position: 0, bytes: 5, reads: 1});
	assert.deepEqual(ledger.of(1, 2), {exchange: 1, attempt: 2, position: 3, bytes: 15, reads: 2});
	assert.equal(ledger.of(2, 1), null);
});

test('growing event by event gives the same counts as all at once', () => {
	fc.assert(
		fc.property(arbitraryEvents, events => {
			const [whole, growing] = [new AttemptLedger(), new AttemptLedger()];
			whole.extend(events);
			for (let length = 0; length <= events.length; length++) {
				growing.extend(events.slice(0, length));
			}

			for (const event of events) {
				if ('attempt' in event) {
					assert.deepEqual(
						growing.of(event.exchange, event.attempt),
						whole.of(event.exchange, event.attempt),
					);
				}
			}
		}),
	);
});
