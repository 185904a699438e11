import Anthropic from '@anthropic-ai/sdk';
import {isObject} from '../protocol/json.js';
import {SdkLane} from '../trace/sdk-lane.js';
import {Trace} from '../trace/trace.js';
import type {EndEvent, TraceEvent} from '../trace/trace-event.js';
import {type MessageExchange, startExchange} from './message-exchange.js';
import {createReplayFetch, type ReplayEnding} from './replay-fetch.js';
import {startWholeExchange} from './whole-exchange.js';

/** An event and its place in the trace. */
export type PlacedEvent = {readonly event: TraceEvent; readonly position: number};

/**
 * Runs the official SDK over the bytes of a recorded exchange, without a network: its last attempt, since the SDK sees a stream only there.
 * What the SDK made of each event goes into `lane`, at the event's place; how it ended for the SDK is given back.
 */
export async function replayExchange(recorded: readonly PlacedEvent[], lane: SdkLane): Promise<EndEvent> {
	const last = recorded.findLast(({event}) => event.type === 'request')?.event;
	const attempt = last?.type === 'request' ? last : null;
	const events = recorded.filter(({event}) => event.type !== 'end' && event.attempt === attempt?.attempt);
	const end = recorded.findLast(({event}) => event.type === 'end')?.event;
	const trace = new Trace();
	const scratchLane = new SdkLane();
	let exchange: MessageExchange | null = null;
	const ending = endingOf(end?.type === 'end' ? end : null, () => exchange?.abort());
	const fetch = createReplayFetch(
		events.map(({event}) => event),
		ending,
	);
	const isWhole =
		events.some(({event}) => event.type === 'body') &&
		!(isObject(attempt?.body) && attempt.body.stream === true);
	const start = isWhole ? startWholeExchange : startExchange;
	exchange = start({
		client: new Anthropic({
			apiKey: 'replay',
			authToken: null,
			baseURL: 'http://replay.invalid',
			maxRetries: 0,
			logLevel: 'off',
		}),
		fetch,
		trace,
		lane: scratchLane,
		now: () => 0,
		params: {model: 'replay', max_tokens: 1, messages: []},
		surface: attempt?.url.includes('beta=true') === true ? 'beta' : 'stable',
	});
	await runExchange(exchange);
	copyLane(trace, scratchLane, recorded, events, lane);
	return trace.at(trace.length - 1) as EndEvent;
}

async function runExchange(exchange: MessageExchange): Promise<void> {
	try {
		for await (const _ of exchange) {
			// What the SDK says of each event goes into the lane.
		}

		await exchange.finalMessage();
	} catch (error) {
		exchange.fail(error);
	}
}

function endingOf(end: EndEvent | null, abort: () => void): ReplayEnding {
	if (end?.outcome === 'aborted') {
		return {atEnd: abort};
	}

	return end?.error?.kind === 'connection_lost' || end?.error?.kind === 'timeout' ? 'error' : 'end';
}

/** The n-th event of the replay is the n-th of the recording. The SDK reads no further once it has thrown: it dropped the rest. */
function copyLane(
	trace: Trace,
	scratch: SdkLane,
	recorded: readonly PlacedEvent[],
	events: readonly PlacedEvent[],
	lane: SdkLane,
): void {
	const replayed = trace.events.flatMap(({type}, position) => (type === 'sse' ? [scratch.at(position)] : []));
	const put = (position: number | undefined, entry: ReturnType<SdkLane['at']>) => {
		if (position !== undefined) {
			lane.judge(position, entry.verdict);
			entry.helpers.forEach(helper => {
				lane.fired(position, helper);
			});
		}
	};

	const placeOf = (list: readonly PlacedEvent[], type: TraceEvent['type']) =>
		list.find(({event}) => event.type === type)?.position;
	events
		.filter(({event}) => event.type === 'sse')
		.forEach(({position}, index) => {
			put(position, replayed[index] ?? {verdict: 'dropped', helpers: []});
		});
	put(placeOf(events, 'response'), scratch.at(1));
	put(placeOf(recorded, 'end'), scratch.at(trace.length - 1));
}
