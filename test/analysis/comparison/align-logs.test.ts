import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {alignLogs} from '../../../source/analysis/comparison/align-logs.js';
import type {ComparedStream} from '../../../source/analysis/comparison/content-difference.js';
import {foldTrace} from '../../../source/trace/fold-trace.js';
import {lastItem} from '../../../source/trace/persistent-list.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {validStream} from '../../helpers/valid-stream.js';
import {
	blockStart,
	blockStop,
	message,
	ping,
	type SampleEvent,
	text,
	textBlock,
	toWire,
} from '../../messages/conformance/sample-stream.js';

const streamOf = (events: readonly SampleEvent[]): ComparedStream => {
	const trace = [...tracedStream(events), complete(900)];
	const view = lastItem(foldTrace(trace).exchanges);
	assert.ok(view);
	return {events: trace, view};
};

/** The rows of two logs, each as the numbers of its events and a sign. */
const aligned = (left: readonly SampleEvent[], right: readonly SampleEvent[]) =>
	alignLogs(streamOf(left), streamOf(right)).map(
		row => `${row.left?.number ?? ''}${row.isSame ? '=' : '|'}${row.right?.number ?? ''}`,
	);

test('the same events stand side by side', () => {
	const stream = message(...textBlock(0), ...textBlock(1));
	assert.deepEqual(
		aligned(stream, stream),
		stream.map((_, index) => `${index + 3}=${index + 3}`),
	);
});

test('pieces that begin at the same character stand side by side, and others between them', () => {
	const left = message(blockStart(0), text(0, 'ab'), text(0, 'cd'), blockStop(0));
	const right = message(blockStart(0), text(0, 'a'), text(0, 'b'), text(0, 'cd'), blockStop(0));
	assert.deepEqual(aligned(left, right), ['3=3', '4=4', '5|5', '|6', '6=7', '7=8', '8=9', '9=10']);
});

test('a ping on one side shifts nothing, and a block on one side stands alone', () => {
	const left = message(ping, ...textBlock(0));
	const right = message(...textBlock(0), ...textBlock(1));
	assert.deepEqual(aligned(left, right), [
		'3=3',
		'4|',
		'5=4',
		'6=5',
		'7=6',
		'|7',
		'|8',
		'|9',
		'8=10',
		'9=11',
	]);
});

test('every event of both logs is there once and in its order, whatever the streams', () => {
	fc.assert(
		fc.property(validStream, validStream, fc.nat(), (left, right, cut) => {
			const shuffled = [...right.slice(cut % right.length), ...right.slice(0, cut % right.length)];
			const [one, other] = [streamOf(left.map(toWire)), streamOf(shuffled.map(toWire))];
			const rows = alignLogs(one, other);
			const numbers = (stream: ComparedStream) =>
				stream.events.flatMap((event, position) => (event.type === 'sse' ? [position + 1] : []));
			assert.deepEqual(
				rows.flatMap(row => row.left?.number ?? []),
				numbers(one),
			);
			assert.deepEqual(
				rows.flatMap(row => row.right?.number ?? []),
				numbers(other),
			);
		}),
	);
});
