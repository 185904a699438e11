import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createArrivalTimes} from '../../../source/commands/inspect/arrival-times.js';
import {openTraceSource} from '../../../source/recording/open-trace-source.js';
import {sseOf} from '../../helpers/trace-source-parts.js';

const start =
	'event: message_start\ndata: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],"usage":{"input_tokens":1,"output_tokens":1}}}\n\n';
const stop = 'event: message_stop\ndata: {"type":"message_stop"}\n\n';

/** Reads pieces that arrive `pause` milliseconds apart. */
const captured = async (pieces: readonly string[], pause: number) => {
	let time = 0;
	const arrival = createArrivalTimes(() => time);
	const source = async function* () {
		for (const piece of pieces) {
			time += pause;
			yield Buffer.from(piece);
		}
	};
	const capture = await openTraceSource(arrival.watch(source()));
	return arrival.applyTo(capture);
};

test('a stream that pauses on its way has the times and the reads with which it arrived', async () => {
	const capture = await captured([start, stop.slice(0, 9), stop.slice(9)], 100);
	assert.equal(capture.pacing, 'recorded');
	assert.deepEqual(
		sseOf(capture).map(({at, chunk}) => [at, chunk]),
		[
			[100, 1],
			[300, 3],
		],
	);
	assert.match(capture.notes.join(' '), /those at which it arrived here/);
});

test('a file in a pipe has no times', async () => {
	const capture = await captured([start, stop], 1);
	assert.equal(capture.pacing, 'synthetic');
	assert.doesNotMatch(capture.notes.join(' '), /arrived/);
});

test('a format that is read when it is whole keeps what the import says', async () => {
	const capture = await captured(['{"log":{"entries":', '[]}}'], 100);
	assert.equal(capture.pacing, 'synthetic');
	assert.deepEqual(capture.events, []);
});
