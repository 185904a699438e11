import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inspectTrace} from '../../../source/analysis/inspect-trace.js';
import {exchangeRows} from '../../../source/commands/inspect/exchange-rows.js';
import type {AlteredEvent, TraceEvent} from '../../../source/trace/trace-event.js';
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

test('a stop reason that leaves the answer short of its end is said in words instead of complete', () => {
	const refused = [messageStart(), ...textBlock(0), messageDelta('refusal'), messageStop];
	assert.match(
		rowsOf([...tracedStream(refused), complete(300)]),
		/^Exchange 1 · claude-haiku-5-5 · refusal · ■ refused$/m,
	);
	assert.doesNotMatch(rowsOf([...tracedStream(hiddenThinkingAnswer), complete(2000)]), /■/);
});

test('the context and what the API says beside the answer have their rows, sanitised', () => {
	const start = messageStart({
		diagnostics: {cache_miss_reason: {type: 'tools\u001B[2J', cache_missed_input_tokens: 4213}},
	});
	const rows = rowsOf([...tracedStream([start, ...textBlock(0), messageDelta('end_turn'), messageStop])]);
	assert.match(rows, /context +12 of 1\.00M tokens \(<0\.1 %\)/);
	assert.match(rows, /remarks +cache miss: tools␛\[2J, ~4,213 tokens \(#3\)/);
});

test('what a tap was told to alter has its row', () => {
	const altered = (at: number, how: AlteredEvent['how'], late?: number): AlteredEvent => ({
		...{type: 'altered', at, exchange: 1, attempt: 1, how, sse: 3},
		...(late === undefined ? {} : {late}),
	});
	const rows = rowsOf([
		...tracedStream(hiddenThinkingAnswer),
		altered(300, 'dropped'),
		altered(300, 'held'),
		altered(5300, 'released', 5000),
		complete(5300),
	]);
	assert.match(rows, /altered +for the client: 1 dropped · 1 held, 5\.00 s$/m);
	assert.doesNotMatch(rowsOf([...tracedStream(hiddenThinkingAnswer), complete(2000)]), /altered/);
});
