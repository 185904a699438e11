import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clocksOf} from '../../source/analysis/clocks.js';
import {thinkingOf, thinkingWords} from '../../source/analysis/thinking.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {lastItem} from '../../source/trace/persistent-list.js';
import {tracedStream} from '../helpers/traced-stream.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	messageDelta,
	messageStart,
	messageStop,
	ping,
	type SampleEvent,
	text,
} from '../messages/conformance/sample-stream.js';

/** An exchange with an event every 10 ms, the first at 110 ms. */
const exchange = (...events: readonly SampleEvent[]) => {
	const view = lastItem(foldTrace(tracedStream(events)).exchanges);
	assert.ok(view);
	return view;
};

const open = blockStart(0, {type: 'thinking', thinking: '', signature: ''});
const estimate = blockDelta(0, {type: 'thinking_delta', thinking: '', estimated_tokens: 128});
const counted = (tokens: number) =>
	messageDelta('end_turn', {
		usage: {output_tokens: tokens + 120, output_tokens_details: {thinking_tokens: tokens}},
	});

test('hidden thinking is counted by estimates, then by usage, and timed by its block', () => {
	const hidden = [messageStart(), open, ping, estimate, estimate] as const;
	assert.deepEqual(thinkingOf(exchange(...hidden)), {
		tokens: 256,
		isEstimate: true,
		isHidden: true,
		time: 30,
	});
	const view = exchange(
		...hidden,
		blockStop(0),
		blockStart(1),
		text(1, 'Hello'),
		blockStop(1),
		counted(3000),
	);
	assert.deepEqual(thinkingOf(view), {tokens: 3000, isEstimate: false, isHidden: true, time: 40});
	assert.equal(thinkingWords(thinkingOf(view)), '3,000 thinking tokens, hidden · 40 ms');
	assert.equal(clocksOf(view).thinking, 160);
});

test('blocks of thinking that alternate with other blocks add up', () => {
	const view = exchange(
		messageStart(),
		open,
		ping,
		blockStop(0),
		blockStart(1),
		text(1, 'a'),
		blockStop(1),
		blockStart(2, {type: 'redacted_thinking', data: 'Abc='}),
		blockStop(2),
	);
	assert.equal(thinkingOf(view)?.time, 30);
	assert.equal(thinkingWords(thinkingOf(view)), 'thinking, hidden · 30 ms');
});

test('there are no words for visible thinking without a count, nor for an answer without thinking', () => {
	const shown = blockDelta(0, {type: 'thinking_delta', thinking: 'Hm'});
	assert.equal(thinkingWords(thinkingOf(exchange(messageStart(), open, shown, blockStop(0)))), null);
	assert.equal(thinkingOf(exchange(messageStart(), blockStart(0), text(0, 'a'), messageStop)), null);
});

test('an estimate counts only if it is a number above 0', () => {
	for (const odd of [null, -5, '12', {}]) {
		const delta = blockDelta(0, {type: 'thinking_delta', thinking: '', estimated_tokens: odd});
		assert.equal(thinkingOf(exchange(messageStart(), open, delta))?.tokens, null);
	}
});

test('another attempt starts thinking again', () => {
	const first = tracedStream([messageStart(), open, ping]);
	const second = tracedStream([messageStart(), blockStart(0), text(0, 'a')], {attempt: 2});
	const view = lastItem(foldTrace([...first, ...second]).exchanges);
	assert.ok(view);
	assert.equal(thinkingOf(view), null);
	assert.equal(view.thinkingTime, null);
});
