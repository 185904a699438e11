import type {DemoAnswer} from './answer.js';
import {applyFault} from './apply-fault.js';
import {cutReads, type PlannedRead, type StreamStep} from './cut-reads.js';
import type {DemoMessage} from './demo-message.js';
import {encodeEvent} from './encode-event.js';
import {messageEvents, type StreamEvent} from './message-events.js';
import {createPace, planResponseTime} from './pace.js';
import type {Random} from './random.js';

/** A stream before it is sent. `responseMs` is the time to the response headers; If `destroyed`, the socket is closed in place of a body. */
export type StreamPlan = {
	readonly responseMs: number;
	readonly steps: readonly StreamStep[];
	readonly destroyed: boolean;
};

/** Plans every byte and every delay of a stream. The same message and the same seed give the same plan. */
export function planStream(message: DemoMessage, random: Random, requestId: string): StreamPlan {
	const {answer} = message;
	const events = applyFault(messageEvents(message, random), answer.fault, requestId);
	const reads = planReads(events, answer, random);
	return {
		responseMs: planResponseTime(random, answer.response),
		steps: cutReads(reads, {cutsCharacters: answer.cutsCharacters ?? false, random}),
		destroyed: answer.fault?.kind === 'cut-off',
	};
}

/** The time from the request to the last byte, in milliseconds. */
export function planDuration({responseMs, steps}: StreamPlan): number {
	return steps.reduce((total, {delayMs}) => total + delayMs, responseMs);
}

function planReads(events: readonly StreamEvent[], answer: DemoAnswer, random: Random): PlannedRead[] {
	const pace = createPace(answer.pace, random);
	const reads: PlannedRead[] = [];
	for (const event of events) {
		const delayMs = event.pause ?? delayBefore(event, pace, random);
		const text = encodeEvent(event, random);
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
