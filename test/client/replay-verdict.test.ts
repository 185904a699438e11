import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {replayExchange} from '../../source/client/replay-exchange.js';
import {replayVerdict} from '../../source/client/replay-verdict.js';
import {SdkLane} from '../../source/trace/sdk-lane.js';
import type {EndEvent, SseTraceEvent, TraceEvent} from '../../source/trace/trace-event.js';
import {parseSse} from '../../source/wire/parse-sse.js';
import {captures} from '../helpers/captures.js';
import {tracedStream} from '../helpers/traced-stream.js';

/** The same, from the lane that the full replay fills. */
async function verdictOfLane(events: readonly TraceEvent[]) {
	const lane = new SdkLane();
	const {outcome, error, message} = await replayExchange(events, [...events.keys()], lane);
	const count = (wanted: string) => sse.filter(position => lane.at(position).verdict === wanted);
	const sse = [...events.keys()].filter(position => events[position]?.type === 'sse');
	return {
		outcome,
		error,
		message,
		yielded: count('yielded').length,
		dropped: count('dropped').length,
		thrownAt: count('thrown')[0] ?? null,
	};
}

const endings: readonly EndEvent[] = (
	[
		['complete', null],
		['aborted', null],
		['failed', 'connection_lost'],
		['failed', 'overloaded_error'],
	] as const
).map(([outcome, kind]) => ({
	type: 'end',
	at: 9000,
	exchange: 1,
	outcome,
	error: kind === null ? null : {kind, title: 'No', detail: null, hint: ''},
	message: null,
}));

const bodies = captures.filter(({body}) => body.length < 100_000);

for (const {name, body} of bodies) {
	test(`counts for ${name} what the SDK's full replay shows, cut anywhere, however it ends`, async () => {
		const events = tracedStream(parseSse(body));
		const length = fc.integer({min: 1, max: events.length});
		const ending = fc.constantFrom(null, ...endings);
		await fc.assert(
			fc.asyncProperty(length, ending, async (until, end) => {
				const cut = [...events.slice(0, until), ...(end === null ? [] : [end])];
				assert.deepEqual(await replayVerdict(cut), await verdictOfLane(cut));
			}),
			{numRuns: 5, examples: [[events.length, null]]},
		);
	});
}

test('counts the rest after an event at which the SDK throws as dropped', async () => {
	const events = tracedStream(parseSse(bodies[0]?.body ?? ''));
	const {chunk, ...place} = events.find((event): event is SseTraceEvent => event.type === 'sse') ?? {
		chunk: 0,
	};
	const broken = {
		...place,
		chunk: chunk + 1,
		event: 'content_block_delta',
		data: '{"type":',
	} as SseTraceEvent;
	const thrown = [...events.slice(0, 4), broken, ...events.slice(4)];
	const verdict = await replayVerdict(thrown);
	assert.equal(verdict.thrownAt, 4);
	assert.deepEqual(verdict, await verdictOfLane(thrown));
});
