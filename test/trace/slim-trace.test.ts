import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clocksOf, outputRateOf} from '../../source/analysis/clocks.js';
import {itemAt} from '../../source/trace/persistent-list.js';
import {SlimTrace} from '../../source/trace/slim-trace.js';
import {Trace} from '../../source/trace/trace.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {message, text, textBlock} from '../messages/conformance/sample-stream.js';

test('a slim trace keeps the clocks, the usage and the end of the whole trace, but few of its events', () => {
	const [start, , stop] = textBlock(0);
	assert.ok(start && stop);
	const deltas = Array.from({length: 5000}, (_, index) => text(0, `word ${index} `));
	const events = [...tracedStream(message(start, ...deltas, stop)), complete(90_000)];
	const whole = new Trace(events);
	const slim = new SlimTrace();
	for (const event of events) {
		slim.append(event);
	}

	const [left, right] = [itemAt(whole.view.exchanges, 0), itemAt(slim.view.exchanges, 0)];
	assert.ok(left && right);
	assert.deepEqual(clocksOf(right), clocksOf(left));
	assert.deepEqual(outputRateOf(right), outputRateOf(left));
	const amounts = (view: typeof left) => view.usage.map(({name, value}) => [name, value]);
	assert.deepEqual(amounts(right), amounts(left));
	assert.deepEqual(
		[right.phase, right.end, right.message?.fields],
		[left.phase, left.end, left.message?.fields],
	);
	assert.ok(slim.length < 20, String(slim.length));
});

test('a slim trace stays small however many event kinds a server invents', () => {
	const slim = new SlimTrace();
	for (let index = 0; index < 10_000; index++) {
		slim.append({
			type: 'sse',
			at: index,
			exchange: 1,
			attempt: 1,
			chunk: index,
			event: `kind ${index}`,
			data: '{}',
		});
	}

	slim.append({type: 'end', at: 1, exchange: 1, outcome: 'aborted', error: null, message: null});
	assert.ok(slim.length < 200, String(slim.length));
});
