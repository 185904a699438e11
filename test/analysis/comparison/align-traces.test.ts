import assert from 'node:assert/strict';
import {test} from 'node:test';
import {alignTraces} from '../../../source/analysis/comparison/align-traces.js';
import {Trace} from '../../../source/trace/trace.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {complete, failed, tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, blockStop, message, ping, text} from '../../messages/conformance/sample-stream.js';

const traceOf = (...parts: ReadonlyArray<readonly TraceEvent[]>) => new Trace(parts.flat());

const aligned = (left: Trace, right: Trace) =>
	alignTraces(left, right).map(
		row => `${row.left?.number ?? '-'} ${row.isSame ? '=' : '≠'} ${row.right?.number ?? '-'}`,
	);

const answer = (...words: readonly string[]) =>
	message(blockStart(0), ...words.map(word => text(0, word)), blockStop(0));

test('requests, responses and ends stand beside each other too, and are compared by what they say', () => {
	const left = traceOf(tracedStream(answer('Hi'), {body: {model: 'a'}}), [complete(900)]);
	const right = traceOf(tracedStream(answer('Hi'), {body: {model: 'b'}}), [failed(900, 'network')]);
	assert.deepEqual(aligned(left, right), [
		'1 ≠ 1',
		'2 = 2',
		'3 = 3',
		'4 = 4',
		'5 = 5',
		'6 = 6',
		'7 = 7',
		'8 = 8',
		'9 ≠ 9',
	]);
});

test('an event that only one side has stands alone', () => {
	const left = traceOf(tracedStream(message(blockStart(0), ping, text(0, 'Hi'), blockStop(0))), [
		complete(900),
	]);
	const right = traceOf(tracedStream(answer('Hi')), [complete(900)]);
	assert.deepEqual(aligned(left, right).slice(3, 7), ['4 = 4', '5 ≠ -', '6 = 5', '7 = 6']);
});

test('the exchanges of two recordings stand beside each other one by one, and one more stands alone', () => {
	const one = [tracedStream(answer('Hi')), [complete(900)]];
	const two = [...one, tracedStream(answer('Ho'), {exchange: 2}), [complete(900, 2)]];
	const rows = aligned(traceOf(...one), traceOf(...two));
	assert.equal(rows.length, 18);
	assert.ok(rows.slice(0, 9).every(row => row.includes('=')));
	assert.deepEqual(rows.slice(9, 11), ['- ≠ 10', '- ≠ 11']);
	assert.equal(rows.at(-1), '- ≠ 18');
});
