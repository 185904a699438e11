import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {textWidth} from '../../../source/text/text-width.js';
import {foldTrace} from '../../../source/trace/fold-trace.js';
import {lastItem} from '../../../source/trace/persistent-list.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {waitingLine} from '../../../source/ui/conversation/waiting-line.js';
import {tracedStream} from '../../helpers/traced-stream.js';

const lineOf = (events: readonly TraceEvent[], now: number | undefined, width: number, hasTimes = true) => {
	const view = lastItem(foldTrace(events).exchanges);
	assert.ok(view !== undefined);
	return waitingLine(view, {now, hasTimes, width});
};

const [request, response] = tracedStream([]) as [TraceEvent, TraceEvent];
const [, refusal] = tracedStream([], {status: 529}) as [TraceEvent, TraceEvent];
const refused = {...refusal, headers: {'retry-after': '20'}} as TraceEvent;
const again = {...request, at: 900, attempt: 2} as TraceEvent;

test('the line counts the seconds from the request on, in the longest words that fit', () => {
	const since = request.at;
	assert.deepEqual(
		[
			lineOf([request], since + 999, 80),
			lineOf([request], since + 61_000, 80),
			lineOf([request], since + 61_000, 20),
			lineOf([request, response], since + 2500, 80),
			lineOf([request, refused, again], since + 3000, 80),
			lineOf([request, refused, again], since + 3000, 34),
		],
		[
			'waiting for the response',
			'waiting for the response · 61 s',
			'waiting · 61 s',
			'waiting for the first content · 2 s',
			'waiting for the response (attempt 2) · 3 s',
			'waiting for the response · 3 s',
		],
	);
});

test('before another attempt the line counts down', () => {
	const now = refused.at + 5100;
	assert.equal(lineOf([request, refused], now, 80), 'the server answered 529; the SDK retries in 15 s');
	assert.equal(lineOf([request, refused], now, 34), 'answered 529; retries in 15 s');
	assert.equal(
		lineOf([request, refused], refused.at + 30_000, 80),
		'the server answered 529; the SDK retries',
	);
});

test('without times there is nothing to count', () => {
	assert.equal(lineOf([request], 5000, 80, false), 'waiting for the response');
	assert.equal(lineOf([request], undefined, 80), 'waiting for the response');
});

test('the line fits every width', () => {
	fc.assert(
		fc.property(
			fc.constantFrom([request], [request, response], [request, refused], [request, refused, again]),
			fc.integer({min: 0, max: 10_000_000}),
			fc.integer({min: 4, max: 300}),
			(events, now, width) => {
				assert.ok(textWidth(lineOf(events, now, width)) <= width);
			},
		),
	);
});
