import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {itemsOf} from '../../source/trace/persistent-list.js';
import {Trace} from '../../source/trace/trace.js';
import {appendExchange} from '../helpers/append-exchange.js';

const tracedExchanges = (count: number): Trace => {
	const trace = new Trace();
	for (let turn = 1; turn <= count; turn++) {
		appendExchange(trace, {messages: [{role: 'user', content: `prompt ${turn}`}], answer: `answer ${turn}`});
	}

	return trace;
};

test('a prefix is the fold of its events, in whatever order prefixes are requested', () => {
	const trace = tracedExchanges(150);
	const lengths = fc.array(fc.integer({min: 0, max: trace.length}), {minLength: 1, maxLength: 12});
	fc.assert(
		fc.property(lengths, asked => {
			for (const length of asked) {
				assert.deepEqual(trace.viewAt(length), foldTrace(trace.events, length));
			}
		}),
		{numRuns: 30},
	);
});

test('stepping forward n events and back gives the same views', () => {
	const trace = tracedExchanges(60);
	const forward = Array.from({length: trace.length + 1}, (_, length) => trace.viewAt(length));
	for (let length = trace.length; length >= 0; length--) {
		assert.deepEqual(trace.viewAt(length), forward[length]);
	}
});

test('playback keeps unchanged exchanges', () => {
	const trace = tracedExchanges(4);
	const before = [...itemsOf(trace.viewAt(12).exchanges)];
	const after = [...itemsOf(trace.viewAt(13).exchanges)];
	assert.equal(after[0], before[0]);
	assert.equal(after[1], before[1]);
});
