import {stringAt} from '../wire/json.js';
import type {DemoAnswer} from './answer.js';
import {applyFault} from './apply-fault.js';
import {cutReads, type PlannedRead} from './cut-reads.js';
import type {DemoMessage} from './demo-message.js';
import {encodeEvent} from './encode-event.js';
import type {AnswerFaults} from './faults/apply-faults.js';
import {messageEvents} from './message-events.js';
import {createPace, planResponseTime} from './pace.js';
import type {EventText, PlannedResponse} from './planned-response.js';
import type {Random} from './random.js';
import type {StreamEvent} from './stream-event.js';

type StreamContext = {
	readonly random: Random;
	readonly requestId: string;
	readonly faults?: AnswerFaults;
};

/** Plans every byte and every delay of a stream. The same message, seed and faults give the same plan. */
export function planStream(
	message: DemoMessage,
	{random, requestId, faults}: StreamContext,
): PlannedResponse {
	const {answer} = message;
	const events = applyFault(messageEvents(message, random), answer.fault, requestId);
	const texts = planTexts(faults?.events(events) ?? events, answer, random);
	const plan: PlannedResponse = {
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
export function planDuration({responseMs, steps}: PlannedResponse): number {
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
			reads[reads.length - 1] = {delayMs: last.delayMs, text: last.text + text};
		} else {
			reads.push({delayMs, text});
		}
	}

	return reads;
}

function delayBefore({event, data}: StreamEvent, pace: () => number, random: Random): number {
	// A summary comes in one piece after the time it took to write.
	if (event === 'content_block_delta' && typeOf(data, 'delta') === 'compaction_delta') {
		return random.integer(3000, 4200);
	}

	if (event === 'content_block_delta') {
		return pace();
	}

	// A result comes whole after the time that the server tool took.
	if (event === 'content_block_start' && typeOf(data, 'content_block').endsWith('tool_result')) {
		return random.integer(900, 1600);
	}

	return event === 'message_delta' ? random.integer(20, 60) : 0;
}

/** The type of a part of an event; empty if there is none. */
function typeOf(data: StreamEvent['data'], part: 'delta' | 'content_block'): string {
	return typeof data === 'string' ? '' : stringAt(data[part], 'type');
}
