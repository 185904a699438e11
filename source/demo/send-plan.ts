import {once} from 'node:events';
import type {DemoExchange} from './demo-exchange.js';
import type {Timeline} from './pace-clock.js';
import type {ResponseHeaders} from './response-headers.js';
import type {StreamPlan} from './stream-plan.js';

type StreamReply = {
	readonly plan: StreamPlan;
	readonly headers: () => ResponseHeaders;
	readonly wait: Timeline;
};

/** Sends a planned stream. Ends early, without an error, if the client disconnects, and waits if it does not read. */
export async function sendStream(
	{response, closed}: DemoExchange,
	{plan, headers, wait}: StreamReply,
): Promise<void> {
	if (!(await wait(plan.responseMs))) {
		return;
	}

	response.writeHead(200, {
		...headers(),
		'content-type': 'text/event-stream; charset=utf-8',
		'cache-control': 'no-cache',
	});
	response.flushHeaders();
	for (const {delayMs, bytes} of plan.steps) {
		if (!(await wait(delayMs))) {
			return;
		}

		if (!response.write(bytes)) {
			await once(response, 'drain', {signal: closed});
		}
	}

	if (plan.destroyed) {
		response.socket?.destroySoon();
	} else {
		response.end();
	}
}
