import {once} from 'node:events';
import {performance} from 'node:perf_hooks';
import {promisify} from 'node:util';
import {constants, createGzip, type Gzip} from 'node:zlib';
import type {DemoExchange} from './demo-exchange.js';
import type {Timeline} from './pace-clock.js';
import type {PlannedResponse, StreamEnding} from './planned-response.js';
import type {ResponseHeaders} from './response-headers.js';
import {createStamper, stampHeader} from './stamp-steps.js';

type PlannedReply = {
	readonly plan: PlannedResponse;
	/** Created when they are sent. */
	readonly headers: () => ResponseHeaders;
	readonly wait: Timeline;
};

/** Sends a planned response. Ends early, without an error, if the client disconnects, and waits if it does not read. */
export async function sendPlan(exchange: DemoExchange, {plan, headers, wait}: PlannedReply): Promise<void> {
	const {response, closed, answer} = exchange;
	if (!(await wait(plan.responseMs))) {
		return;
	}

	if (plan.ending !== 'silent') {
		const sent = {
			...headers(),
			...(plan.contentType && {'content-type': plan.contentType}),
			...(plan.encoding && {'content-encoding': plan.encoding}),
		};
		const {status = 200} = plan;
		answer.began(status, sent);
		response.writeHead(status, sent);
		response.flushHeaders();
	}

	const gzip = plan.encoding === 'gzip' ? createGzip() : null;
	gzip?.on('data', (bytes: Uint8Array) => response.write(bytes));
	const now = () => performance.timeOrigin + performance.now();
	const stamped = exchange.request.headers[stampHeader] === undefined ? null : createStamper(now);
	for (const {delayMs, bytes: planned} of plan.steps) {
		if (!(await wait(delayMs))) {
			return;
		}

		const bytes = stamped?.(planned) ?? planned;
		answer.sent(bytes);
		await (gzip ? compress(gzip, bytes) : response.write(bytes));
		if (response.writableNeedDrain) {
			await once(response, 'drain', {signal: closed});
		}
	}

	if (gzip && plan.ending === 'end') {
		gzip.end();
		await once(gzip, 'end');
	}

	await endPlan(exchange, plan.ending, wait);
}

/** Writes bytes so that they can be decompressed at once. */
async function compress(gzip: Gzip, bytes: Uint8Array): Promise<void> {
	gzip.write(bytes);
	await promisify<number>(gzip.flush.bind(gzip))(constants.Z_SYNC_FLUSH);
}

async function endPlan(
	{response, closed, answer}: DemoExchange,
	ending: StreamEnding,
	wait: Timeline,
): Promise<void> {
	switch (ending) {
		case 'end':
			response.end();
			return;
		case 'close':
			answer.ended('server', false);
			response.socket?.destroySoon();
			return;
		case 'reset':
			// The bytes before it are still on their way.
			if (await wait(20)) {
				answer.ended('server', false);
				response.socket?.resetAndDestroy();
			}

			return;
		case 'open':
		case 'silent':
			if (!closed.aborted) {
				await once(closed, 'abort');
			}
	}
}
