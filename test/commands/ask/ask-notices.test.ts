import assert from 'node:assert/strict';
import {test} from 'node:test';
import {remarkNotices, summaryNotice} from '../../../source/commands/ask/ask-notices.js';
import {knownPrices} from '../../../source/messages/prices.js';
import {foldTrace} from '../../../source/trace/fold-trace.js';
import {lastItem} from '../../../source/trace/persistent-list.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {hiddenThinkingAnswer} from '../../helpers/hidden-thinking.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {
	messageDelta,
	messageStart,
	messageStop,
	textBlock,
} from '../../messages/conformance/sample-stream.js';

const viewOf = (events: readonly TraceEvent[]) => {
	const view = lastItem(foldTrace(events).exchanges);
	assert.ok(view);
	return view;
};

test('the last line counts hidden thinking apart, and leaves it out of the rate', () => {
	const line = summaryNotice(
		viewOf([...tracedStream(hiddenThinkingAnswer), complete(2000)]),
		true,
		knownPrices,
	);
	assert.match(
		line,
		/ · 3,000 thinking tokens, hidden · 50 ms · 119 tok\/s · in \d+ out 3,120 tokens · \$0\.0016$/,
	);
});

test('what the API says beside the answer is a sentence each, and nothing in it reaches the terminal as it came', () => {
	const applied_edits = [{type: 'clear\u001B[2J', cleared_input_tokens: 9120}];
	const delta = messageDelta('end_turn', {context_management: {applied_edits}});
	const events = tracedStream([messageStart(), ...textBlock(0), delta, messageStop]);
	assert.deepEqual(remarkNotices(viewOf([...events, complete(2000)])), [
		'Context edited by clear␛[2J: 9,120 tokens cleared.',
	]);
});
