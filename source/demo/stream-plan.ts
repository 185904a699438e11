import type {DemoAnswer} from './answer.js';
import {applyFault} from './apply-fault.js';
import {cutReads, type PlannedRead, type StreamStep} from './cut-reads.js';
import type {DemoMessage} from './demo-message.js';
import {encodeEvent} from './encode-event.js';
import type {AnswerFaults} from './faults/apply-faults.js';
import {messageEvents, type StreamEvent} from './message-events.js';
import {createPace, planResponseTime} from './pace.js';
import type {Random} from './random.js';

/** An event as it will be sent, and the delay before it in milliseconds. */
export type EventText = {readonly delayMs: number; readonly text: string};

/**
 * What happens after the last byte. `end`: the response ends. `close` and `reset`: the connection ends, in the middle of the response. `open`:
 * it stays open. `silent`: not even the headers are sent.
 */
export type StreamEnding = 'end' | 'close' | 'reset' | 'open' | 'silent';

/** A response before it is sent. `responseMs` is the time to its headers. */
export type StreamPlan = {
	readonly responseMs: number;
	readonly steps: readonly StreamStep[];
	readonly ending: StreamEnding;
	/** Default: none. Each step is compressed so that it can be read before the next one comes. */
	readonly encoding?: 'gzip';
	/** Default: that of the answer. */
	readonly contentType?: string;
};

type StreamContext = {
	readonly random: Random;
	readonly requestId: string;
	readonly faults?: AnswerFaults;
};

/** Plans every byte and every delay of a stream. The same message, seed and faults give the same plan. */
export function planStream(message: DemoMessage, {random, requestId, faults}: StreamContext): StreamPlan {
	const {answer} = message;
	const events = applyFault(messageEvents(message, random), answer.fault, requestId);
	const texts = planTexts(faults?.events(events) ?? events, answer, random);
	const plan: StreamPlan = {
		responseMs: planResponseTime(random, answer.response),
		steps: cutReads(joinReads(faults?.texts(texts) ?? texts), {
			cutsCharacters: answer.cutsCharacters ?? false,
			random,
		}),
		ending: answer.fault?.kind === 'cut-off' ? 'close' : 'end',
	};
	return faults?.bytes(plan) ?? plan;
}

/** The time from the request to the last byte, in milliseconds. */
export function planDuration({responseMs, steps}: StreamPlan): number {
	return steps.reduce((total, {delayMs}) => total + delayMs, responseMs);
}

function planTexts(events: readonly StreamEvent[], answer: DemoAnswer, random: Random): EventText[] {
	const pace = createPace(answer.pace, random);
	return events.map(event => {
		// Drawn in any case, so that a pause does not change what follows.
		const usual = delayBefore(event, pace, random);
		return {delayMs: event.pause ?? usual, text: encodeEvent(event, random)};
	});
}

/** Events without a delay between them are sent together. */
function joinReads(texts: readonly EventText[]): PlannedRead[] {
	const reads: PlannedRead[] = [];
	for (const {delayMs, text} of texts) {
		const last = reads.at(-1);
		if (last && delayMs === 0) {
			reads[reads.length - 1] = {...last, text: last.text + text};
		} else {
			reads.push({delayMs, text});
		}
	}

	return reads;
}

function delayBefore({event, data}: StreamEvent, pace: () => number, random: Random): number {
	// A summary comes in one piece after the time it took to write.
	if (event === 'content_block_delta' && /"compaction_delta"/.test(JSON.stringify(data))) {
		return random.integer(3000, 4200);
	}

	if (event === 'content_block_delta') {
		return pace();
	}

	// A result comes whole after the time that the server tool took.
	if (event === 'content_block_start' && /tool_result"/.test(JSON.stringify(data))) {
		return random.integer(900, 1600);
	}

	return event === 'message_delta' ? random.integer(20, 60) : 0;
}
