import type {ServerResponse} from 'node:http';
import Anthropic from '@anthropic-ai/sdk';
import {type ExchangeOptions, startExchange} from '../../source/client/message-exchange.js';
import type {ApiSurface} from '../../source/messages/api-surface.js';
import {SdkLane, type SdkVerdict} from '../../source/trace/sdk-lane.js';
import {Trace} from '../../source/trace/trace.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {encodeSse} from '../../source/wire/encode-sse.js';
import {type SampleEvent, toWire} from '../messages/conformance/sample-stream.js';
import {serve} from './capture-server.js';

/** Answers with a stream whose events arrive in one read. */
export const answering =
	(...events: readonly SampleEvent[]) =>
	(response: ServerResponse) => {
		response.writeHead(200, {'content-type': 'text/event-stream', 'request-id': 'req_test'});
		response.end(events.map(event => encodeSse(toWire(event))).join(''));
	};

/** An event on arrival: its verdict so far, and a way to interrupt the exchange. */
type Moment = {readonly verdict: SdkVerdict; readonly abort: () => void};

export type Reading = {
	readonly answer: (response: ServerResponse) => void;
	readonly surface?: ApiSurface;
	readonly maxRetries?: number;
	/** The type of the event at which the loop exits. */
	readonly leaveAt?: string;
	/** Called when an event arrives, before the SDK sees it. */
	readonly arrived?: (event: TraceEvent, moment: Moment) => void;
	readonly isJudged?: boolean;
	readonly trace?: Trace;
};

/** Reads an answer from a server through the SDK, as the chat does, and returns the result. */
export async function readExchange({
	answer,
	surface,
	maxRetries = 0,
	leaveAt,
	arrived,
	isJudged = true,
	trace = new Trace(),
}: Reading) {
	await using server = await serve(answer);
	const lane = new SdkLane();
	const client = new Anthropic({baseURL: server.url, apiKey: 'test', maxRetries, logLevel: 'off'});
	let time = 0;
	const params = {model: 'm', max_tokens: 9, messages: [{role: 'user' as const, content: 'hi'}]};
	const options: ExchangeOptions = {
		client,
		fetch: globalThis.fetch,
		trace,
		lane: isJudged ? lane : null,
		now: () => time++,
		params,
	};
	const exchange = startExchange(surface === undefined ? options : {...options, surface});
	trace.subscribe(() => {
		const event = trace.events.at(-1);
		if (event !== undefined) {
			arrived?.(event, {verdict: lane.at(trace.length - 1).verdict, abort: () => exchange.abort()});
		}
	});
	const looped: string[] = [];
	let final: unknown = null;
	let described: unknown = null;
	try {
		for await (const {type} of exchange) {
			looped.push(type);
			if (type === leaveAt) {
				break;
			}
		}

		final = await exchange.finalMessage();
	} catch (error) {
		described = exchange.fail(error);
	}

	return {trace, lane, looped, final, described, exchange};
}

/** The SDK lane beside a trace: what each event is, what the SDK did with it, and which helpers fired. */
export function laneRows({trace, lane}: {readonly trace: Trace; readonly lane: SdkLane}): readonly string[] {
	return trace.events.map((event, position) => {
		const {verdict, helpers} = lane.at(position);
		const name = event.type === 'sse' ? (event.event ?? '(no name)') : event.type;
		return [name, verdict === 'none' ? '–' : verdict, ...helpers].join(' ');
	});
}
