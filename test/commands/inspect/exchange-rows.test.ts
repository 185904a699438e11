import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inspectTrace} from '../../../source/analysis/inspect-trace.js';
import {exchangeRows} from '../../../source/commands/inspect/exchange-rows.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {hiddenThinkingAnswer} from '../../helpers/hidden-thinking.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {
	messageDelta,
	messageStart,
	messageStop,
	textBlock,
} from '../../messages/conformance/sample-stream.js';

const rowsOf = (events: readonly TraceEvent[], hasTimes = true): string => {
	const [exchange] = inspectTrace(events, {hasTimes}).exchanges;
	assert.ok(exchange);
	return exchangeRows({...exchange, sdk: null}, 100)
		.map(row => row.map(({text}) => text).join(''))
		.join('\n');
};

test('hidden thinking is counted and timed apart from the rate of the answer', () => {
	const trace = [...tracedStream(hiddenThinkingAnswer), complete(2000)];
	const rows = rowsOf(trace);
	assert.match(rows, /rate +119 tok\/s = \(output_tokens − thinking_tokens − 1\)/);
	assert.match(rows, /thinking +3,000 thinking tokens, hidden · 50 ms/);
	assert.match(rowsOf(trace, false), /thinking +3,000 thinking tokens, hidden$/m);
});

test('the cost stands beside its rule and the day of the prices', () => {
	const rows = rowsOf([...tracedStream(hiddenThinkingAnswer), complete(2000)]);
	assert.match(
		rows,
		/cost +\$0\.0016 = 9 × \$0\.1\/M \+ 3,120 × \$0\.5\/M · list prices as of \d{4}-\d\d-\d\d/,
	);
});

test('a stop reason that leaves the answer short of its end is said in words beside its name', () => {
	const refused = [messageStart(), ...textBlock(0), messageDelta('refusal'), messageStop];
	assert.match(rowsOf([...tracedStream(refused), complete(300)]), / · complete · refusal · ■ refused$/m);
	assert.doesNotMatch(rowsOf([...tracedStream(hiddenThinkingAnswer), complete(2000)]), /■/);
});
