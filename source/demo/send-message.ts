import {Buffer} from 'node:buffer';
import {overloadedError} from './api-error.js';
import type {DemoExchange} from './demo-exchange.js';
import {sendError} from './demo-exchange.js';
import {type DemoMessage, finishedBlock} from './demo-message.js';
import type {AnswerFaults} from './faults/apply-faults.js';
import type {Timeline} from './pace-clock.js';
import type {ResponseHeaders} from './response-headers.js';
import {sendPlan} from './send-plan.js';

type MessageReply = {
	readonly message: DemoMessage;
	/** The time that the stream would have taken. */
	readonly serviceMs: number;
	readonly headers: () => ResponseHeaders;
	readonly wait: Timeline;
	readonly faults: AnswerFaults;
};

/** Sends the whole message at once, after the time that its stream would have taken. */
export async function sendMessage(
	exchange: DemoExchange,
	{message, serviceMs, headers, wait, faults}: MessageReply,
): Promise<void> {
	const {fault} = message.answer;
	if (faults.whole === 'error') {
		if (await wait(serviceMs)) {
			sendError(exchange, overloadedError);
		}

		return;
	}

	const whole = Buffer.from(JSON.stringify(messageBody(message)));
	const cut = fault?.kind === 'cut-off';
	const isMalformed = fault?.kind === 'malformed' || faults.whole === 'malformed';
	const length = cut ? whole.length / 2 : isMalformed ? whole.length - 20 : whole.length;
	const plan = faults.bytes({
		responseMs: serviceMs,
		steps: [{delayMs: 0, bytes: whole.subarray(0, length)}],
		ending: cut ? 'close' : 'end',
	});
	if (fault?.kind === 'error' || fault?.kind === 'error-at-end') {
		if (await wait(plan.responseMs)) {
			sendError(exchange, fault.error);
		}

		return;
	}

	const sent = plan.steps.reduce((sum, {bytes}) => sum + bytes.length, 0);
	// A connection that breaks had promised more than it brought.
	const size = {'content-length': String(plan.ending === 'end' ? sent : whole.length)};
	await sendPlan(exchange, {
		plan,
		headers: () => ({
			...headers(),
			'content-type': 'application/json',
			...(plan.encoding === undefined && size),
		}),
		wait,
	});
}

function messageBody({id, model, answer, startUsage, finalUsage}: DemoMessage) {
	return {
		model,
		id,
		type: 'message',
		role: 'assistant',
		content: answer.blocks.map(finishedBlock),
		...answer.stop,
		usage: {...startUsage, ...finalUsage},
	};
}
