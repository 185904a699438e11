import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {recordedAnswers} from '../../source/demo/recorded-answers.js';
import {traceAnswers} from '../../source/demo/trace-answers.js';
import {readRecording} from '../../source/recording/read-recording.js';
import type {SseTraceEvent, TraceEvent} from '../../source/trace/trace-event.js';

const stream = [
	'event: message_start\ndata: {"type": "message_start"}\n\n',
	'event: content_block_delta\ndata: {"text": "héllo 👩‍🚀 日本"}\n\n',
	'event: ping\ndata: {"type": "ping"}\n\n',
	'event: message_stop\ndata: {"type":"message_stop"}\n\n',
].join('');

/** What a server records that writes these pieces, one every ten milliseconds, and the reads of its replay. */
async function replayed(pieces: readonly Uint8Array[]) {
	let at = 0;
	const events: TraceEvent[] = [];
	const watch = traceAnswers({origin: () => 'http://x', now: () => at, emit: event => events.push(event)});
	const answer = watch({method: 'POST', path: '/v1/messages', faults: '', headers: {}});
	answer.asked('{"stream":true}');
	answer.began(200, {'content-type': 'text/event-stream'});
	for (const piece of pieces) {
		at += 10;
		answer.sent(piece);
	}

	answer.ended('server', true);
	const header = '{"type":"recording","version":2,"startedAt":"2026-11-28T00:00:00.000Z"}';
	const lines = [header, ...events.map(event => JSON.stringify(event))].join('\n');
	const {events: read} = await readRecording([lines]);
	assert.deepEqual(read, events);
	const [recorded] = recordedAnswers(read);
	return recorded?.plan.steps ?? [];
}

const cut = (bytes: Uint8Array, places: readonly number[]) => {
	const ends = [...new Set([...places, bytes.length])].sort((one, other) => one - other);
	return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end)).filter(({length}) => length > 0);
};

test('a recorded stream comes back in the reads in which it was sent, also inside events and characters', async () => {
	const bytes = Buffer.from(stream);
	await fc.assert(
		fc.asyncProperty(fc.array(fc.nat(bytes.length), {maxLength: 12}), async places => {
			const pieces = cut(bytes, places);
			const steps = await replayed(pieces);
			assert.deepEqual(
				steps.map(step => [step.delayMs, Buffer.from(step.bytes).toString('base64')]),
				pieces.map(piece => [10, Buffer.from(piece).toString('base64')]),
			);
		}),
		{numRuns: 200, examples: [[[...bytes.keys()]]]},
	);
});

test('a stream that broke off inside an event keeps the reads of its rest', async () => {
	const bytes = Buffer.from(stream.slice(0, 90));
	const pieces = cut(bytes, [20, 60, 75]);
	const steps = await replayed(pieces);
	// The line that was cut off is ended, as in every recording.
	assert.equal(Buffer.concat(steps.map(step => step.bytes)).toString(), `${bytes.toString()}\n`);
	assert.deepEqual(
		steps.slice(0, -1).map(step => Buffer.from(step.bytes).toString()),
		pieces.slice(0, -1).map(piece => Buffer.from(piece).toString()),
	);
});

test('cuts that no recording of ours has lose and double nothing', () => {
	const place = {exchange: 1, attempt: 1} as const;
	const event = (cuts: SseTraceEvent['cuts']): SseTraceEvent => ({
		...{type: 'sse', at: 5, ...place, chunk: 2, event: 'ping', data: '{}'},
		...(cuts && {cuts}),
	});
	for (const cuts of [
		[
			[9, 1],
			[3, 2],
			[7, 3],
		],
		[[900, 1]],
		[
			[1, 9],
			[1, 9],
		],
	] as const) {
		const [answer] = recordedAnswers([event(cuts)]);
		const sent = Buffer.concat((answer?.plan.steps ?? []).map(step => step.bytes)).toString();
		assert.equal(sent, 'event: ping\ndata: {}\n\n');
	}
});

test('cuts of a line that was written by hand are left out unless they are counts and times', async () => {
	const line = (cuts: unknown) =>
		JSON.stringify({type: 'sse', at: 1, exchange: 1, attempt: 1, chunk: 1, event: 'a', data: 'b', cuts});
	for (const [cuts, kept] of [
		[[[4, 1.5]], [[4, 1.5]]],
		['soon', undefined],
		[[[4]], undefined],
		[[[-1, 2]], undefined],
		[[null], undefined],
	] as const) {
		const {events} = await readRecording([`{"type":"recording","version":2}\n${line(cuts)}`]);
		assert.deepEqual((events[0] as SseTraceEvent).cuts, kept);
	}
});
