import assert from 'node:assert/strict';
import {test} from 'node:test';
import {exchangeCost} from '../../source/analysis/exchange-cost.js';
import {knownPrices} from '../../source/messages/prices.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {lastItem} from '../../source/trace/persistent-list.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {aborted, complete, tracedStream} from '../helpers/traced-stream.js';
import {blockStart, message, messageStart, text, textBlock} from '../messages/conformance/sample-stream.js';

const costOf = (events: readonly TraceEvent[]) => {
	const view = lastItem(foldTrace(events).exchanges);
	assert.ok(view);
	return exchangeCost(view, knownPrices);
};

test('an interrupted answer costs what its estimated output costs, and says that this is not final', () => {
	const begun = tracedStream([messageStart(), blockStart(0), text(0, 'x'.repeat(400))]);
	const cost = costOf([...begun, aborted(300)]);
	assert.equal(cost?.isFinal, false);
	assert.deepEqual(
		cost.parts.map(({rule}) => rule),
		['9 × $0.1/M', '100 × $0.5/M'],
	);
	const whole = costOf([...tracedStream(message(...textBlock(0))), complete(300)]);
	assert.equal(whole?.isFinal, true);
	assert.equal(whole.parts.at(-1)?.rule, '3 × $0.5/M');
});
