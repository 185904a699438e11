import assert from 'node:assert/strict';
import {test} from 'node:test';
import {rowWidth} from '../../../source/text/segment.js';
import {foldTrace} from '../../../source/trace/fold-trace.js';
import {lastItem} from '../../../source/trace/persistent-list.js';
import type {EndEvent, TraceError} from '../../../source/trace/trace-event.js';
import {endingRows} from '../../../source/ui/conversation/ending-rows.js';
import {tracedStream} from '../../helpers/traced-stream.js';
import {
	message,
	messageDelta,
	messageStart,
	messageStop,
	textBlock,
} from '../../messages/conformance/sample-stream.js';

/** What stands below an answer that ended so. */
const linesOf = (
	end: Partial<EndEvent>,
	events = message(...textBlock(0)),
	width = 60,
): readonly string[] => {
	const ended: EndEvent = {
		type: 'end',
		at: 900,
		exchange: 1,
		outcome: 'complete',
		error: null,
		message: null,
		...end,
	};
	const view = lastItem(foldTrace([...tracedStream(events), ended]).exchanges);
	assert.ok(view);
	const rows = endingRows(view, width);
	assert.ok(rows.every(row => rowWidth(row) <= width));
	return rows.map(row => row.map(({text}) => text).join(''));
};

const stopped = (reason: string, fields: {readonly stop_sequence?: string} = {}) => [
	messageStart(),
	...textBlock(0),
	messageDelta(reason, {delta: {stop_reason: reason, ...fields}}),
	messageStop,
];

const error = (more: Partial<TraceError> = {}): TraceError => ({
	kind: 'overloaded_error',
	title: 'The API is overloaded',
	detail: 'Overloaded',
	hint: 'Wait a moment, then /retry.',
	...more,
});

test('the end of a turn needs no words', () => {
	assert.deepEqual(linesOf({}), []);
});

for (const [reason, words] of [
	['max_tokens', '■ cut off at max_tokens · The answer was cut off: it reached max_tokens.'],
	['tool_use', '■ waits for tool results · tool_use · The answer ends with a tool call.'],
	['pause_turn', '■ paused (pause_turn) · The server paused a long turn.'],
	['refusal', '■ refused · refusal · Claude declined to answer.'],
	['model_context_window_exceeded', '■ context window full · model_context_window_exceeded · The answer was'],
	['a_new_reason', '■ stopped: a_new_reason · The stop reason "a_new_reason" is not known.'],
] as const) {
	test(`${reason} is named, with the state of the answer and what it means`, () => {
		const lines = linesOf({}, stopped(reason), 200).join('\n');
		assert.ok(lines.startsWith(words), lines);
	});
}

test('a refusal gives its category and explanation, then what to do', () => {
	const delta = {
		stop_reason: 'refusal',
		stop_details: {type: 'refusal', category: 'cyber', explanation: 'Declined.\u001B[2J'},
	};
	const lines = linesOf({}, [messageStart(), ...textBlock(0), messageDelta('refusal', {delta}), messageStop]);
	assert.deepEqual(lines, [
		'■ refused · refusal · Claude declined to answer.',
		'  cyber: Declined.␛[2J',
		'→ /edit rephrases the prompt.',
	]);
});

test('a stop sequence is quoted, whatever it consists of', () => {
	assert.match(
		linesOf({}, stopped('stop_sequence', {stop_sequence: '\n\nHuman:'})).join(' '),
		/"\\n\\nHuman:"/,
	);
	assert.doesNotMatch(
		linesOf({}, stopped('stop_sequence', {stop_sequence: '\u001B[2J'})).join(' '),
		/\u001B/,
	);
});

test('an interruption says that what had come is kept', () => {
	assert.match(linesOf({outcome: 'aborted'}).join(' '), /Interrupted.*kept/);
});

test('an error is what happened, what the server said, the request’s id, the wait and what to do, in that order', () => {
	const lines = linesOf({
		outcome: 'failed',
		error: error({status: 529, requestId: 'req_7', retryAfter: 7}),
	}).join('\n');
	assert.match(lines, /overloaded \(529\)\n +Overloaded\n.*req_7\n.*7.*s.*\n.*Wait a moment, then \/retry\./);
});

test('what an error does not have is left out', () => {
	const lines = linesOf({outcome: 'failed', error: error({detail: null})});
	assert.equal(lines.length, 2);
});

test('a very long message of a server is cut, and control characters in it are shown as signs', () => {
	const lines = linesOf({
		outcome: 'failed',
		error: error({detail: `\u001B]0;HACKED\u0007${'long '.repeat(500)}`}),
	});
	assert.ok(lines.length < 12);
	assert.doesNotMatch(lines.join(''), /[\u0000-\u001F]/);
});

test('on a narrow pane every row fits', () => {
	for (const width of [20, 28, 36]) {
		const lines = linesOf(
			{outcome: 'failed', error: error({status: 529, requestId: 'req_7', retryAfter: 7})},
			undefined,
			width,
		);
		assert.ok(lines.length >= 4);
	}
});

test('every line of a note hangs two cells behind its sign', () => {
	const lines = linesOf(
		{outcome: 'failed', error: error({detail: 'The server said a good deal more than fits into one row.'})},
		undefined,
		30,
	);
	assert.deepEqual(lines, [
		'✗ The API is overloaded',
		'  The server said a good deal',
		'  more than fits into one row.',
		'→ Wait a moment, then /retry.',
	]);
	assert.deepEqual(linesOf({outcome: 'aborted'}, undefined, 30), [
		'■ Interrupted. The partial',
		'  answer is kept.',
	]);
});

test('a text of the server that is cut says so', () => {
	const lines = linesOf({outcome: 'failed', error: error({detail: 'long '.repeat(500)})});
	assert.equal(lines.filter(line => line === '  …').length, 1);
});
