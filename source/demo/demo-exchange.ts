import {Buffer} from 'node:buffer';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {WatchedAnswer} from './answer-watcher.js';
import {type ApiError, errorBody} from './api-error.js';
import type {ApiVersion} from './api-version.js';
import type {ChooseRecorded} from './choose-recorded.js';
import {createId} from './create-id.js';
import type {ExactReplay} from './exact-replay.js';
import type {ChosenFault} from './faults/fault.js';
import type {PaceClock} from './pace-clock.js';
import {createRandom, type Random} from './random.js';
import {identityHeaders, type ResponseHeaders} from './response-headers.js';
import type {ScenarioBook} from './scenario-book.js';

/** What the requests to one server share. */
export type DemoContext = {
	readonly seed: number;
	readonly clock: PaceClock;
	readonly scenarios: ScenarioBook;
	/** What plays for requests that choose nothing: a name in the book. */
	readonly scenario: () => string;
	/** Milliseconds since 1970. */
	readonly wallClock: () => number;
	/** Faults of every answer whose request names none. */
	readonly faults: () => readonly ChosenFault[];
	/** Chooses what is sent of a recording; `null` if scenarios play. */
	readonly recorded: ChooseRecorded | null;
	/** Answers everything from what was recorded for the same request; `null` if requests need not be the same. */
	readonly exact: ExactReplay | null;
	/** How often this server got the same request, counted from 1. */
	readonly countOccurrence: (key: string) => number;
	/** Waits for the turn of a request whose answer takes time to plan. */
	readonly planningTurn: () => Promise<void>;
};

/** One request that was read and is being answered. `ids` has its own random source, so that ids do not change the other random choices. */
export type DemoExchange = {
	readonly context: DemoContext;
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly url: URL;
	readonly version: ApiVersion;
	/** The body, or `null` if it is larger than the API accepts. */
	readonly body: string | null;
	readonly ids: Random;
	readonly faults: readonly ChosenFault[];
	readonly answer: WatchedAnswer;
	/** Aborts when the connection closes. */
	readonly closed: AbortSignal;
};

/** The random source for a request's ids: the same for the same seed, request and occurrence. */
export function createExchangeIds(
	context: DemoContext,
	request: IncomingMessage,
	body: string | null,
): Random {
	const key = `${request.method} ${request.url} ${body}`;
	return createRandom(context.seed, 'ids', key, context.countOccurrence(key));
}

type JsonReply = {
	readonly status: number;
	readonly body: string;
	readonly headers?: ResponseHeaders;
};

/** Sends a JSON response. By default it has the headers that every response has. */
export function sendJson({response, ids, answer}: DemoExchange, {status, body, headers}: JsonReply): void {
	const sent = {
		'content-type': 'application/json',
		...(headers ?? identityHeaders(createId('req', ids), ids)),
		'content-length': String(Buffer.byteLength(body)),
	};
	answer.began(status, sent);
	answer.sent(Buffer.from(body));
	response.writeHead(status, sent);
	response.end(body);
}

/** Whether the API tells its clients to try again after this status. */
export function isWorthRetrying(status: number): boolean {
	return status === 429 || status >= 500;
}

/** Sends an error in the API's shape. `headers` are added to those that every response has. */
export function sendError(exchange: DemoExchange, error: ApiError, headers?: ResponseHeaders): void {
	const requestId = createId('req', exchange.ids);
	sendJson(exchange, {
		status: error.status,
		body: errorBody(error, requestId),
		headers: {
			...identityHeaders(requestId, exchange.ids),
			'x-should-retry': String(isWorthRetrying(error.status)),
			...headers,
		},
	});
}
