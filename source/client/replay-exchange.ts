import {setImmediate as nextTurn} from 'node:timers/promises';
import {type LaneEntry, SdkLane} from '../trace/sdk-lane.js';
import type {EndEvent, TraceEvent} from '../trace/trace-event.js';
import {type MessageExchange, startExchange, type TraceSink} from './message-exchange.js';
import {type PlacedEvent, recordedAnswer, replayClient, replayParams} from './recorded-answer.js';
import {stretch} from './replay-fetch.js';
import {startWholeExchange} from './whole-exchange.js';

/**
 * Runs the official SDK over the bytes of a recorded exchange, without a network. Only the last attempt is replayed, since only it reached the
 * SDK as a stream. `positions` are the places of the exchange's events in the trace. Fills `lane` with what the SDK did with each event, and
 * returns how the exchange ended for the SDK. Yields to other tasks from time to time, since 100,000 events take the SDK a second.
 */
export async function replayExchange(
	trace: readonly TraceEvent[],
	positions: readonly number[],
	lane: SdkLane,
): Promise<EndEvent> {
	const {answer, isWhole, surface, fetch} = recordedAnswer(trace, positions);
	const scratch = new ScratchTrace();
	const scratchLane = new SdkLane();
	let exchange: MessageExchange | null = null;
	const start = isWhole ? startWholeExchange : startExchange;
	exchange = start({
		client: replayClient(),
		fetch: fetch(() => exchange?.abort()),
		trace: scratch,
		lane: scratchLane,
		now: () => 0,
		params: replayParams,
		surface,
	});
	await runExchange(exchange);
	for (const [position, entry] of laneOf(answer(), scratchLane, scratch.sseCount)) {
		lane.put(position, entry);
	}

	const ended = positions.find(position => trace[position]?.type === 'end');
	if (ended !== undefined) {
		lane.put(ended, scratchLane.at(scratch.length - 1));
	}

	return scratch.end;
}

async function runExchange(exchange: MessageExchange): Promise<void> {
	let count = 0;
	try {
		for await (const _ of exchange) {
			// The lane gets the SDK's reaction to each event.
			count++;
			if (count % stretch === 0) {
				await nextTurn();
			}
		}

		await exchange.finalMessage();
	} catch (error) {
		exchange.fail(error);
	}
}

/** Only counts the replayed events, since the recording already has them all. */
class ScratchTrace implements TraceSink {
	length = 0;
	sseCount = 0;
	#last: TraceEvent | undefined;

	at(position: number): TraceEvent | undefined {
		return position === this.length - 1 ? this.#last : undefined;
	}

	append(event: TraceEvent): void {
		this.sseCount += event.type === 'sse' ? 1 : 0;
		this.#last = event;
		this.length++;
	}

	/** The end of the exchange, which is its last event. */
	get end(): EndEvent {
		if (this.#last?.type !== 'end') {
			throw new Error('The replay has not ended.');
		}

		return this.#last;
	}
}

const unread: LaneEntry = {verdict: 'dropped', helpers: []};

/**
 * A replay has the request first, then the response, then the stream's events, so its n-th event is the n-th of the recording. The SDK stops
 * reading once it has thrown, so it dropped the rest.
 */
function* laneOf(
	answer: Iterable<PlacedEvent>,
	scratch: SdkLane,
	sseCount: number,
): Generator<[position: number, entry: LaneEntry]> {
	let index = 0;
	for (const {event, position} of answer) {
		if (event.type === 'sse') {
			yield [position, index < sseCount ? scratch.at(index + 2) : unread];
			index++;
		} else if (event.type === 'response') {
			yield [position, scratch.at(1)];
		}
	}
}
