import {Buffer} from 'node:buffer';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {type ApiError, errorBody} from './api-error.js';
import type {ApiVersion} from './api-version.js';
import {createId} from './create-id.js';
import type {PaceClock} from './pace-clock.js';
import {createRandom, type Random} from './random.js';
import {identityHeaders, type ResponseHeaders} from './response-headers.js';
import type {DemoScenarioName} from './scenario-names.js';

/** What all requests to one server share. */
export type DemoContext = {
	readonly seed: number;
	readonly clock: PaceClock;
	readonly scenario: () => DemoScenarioName;
	/** Milliseconds since 1970. */
	readonly wallClock: () => number;
	/** How often the same thing was asked of this server, counted from 1. */
	readonly countOccurrence: (key: string) => number;
};

/** One request, read, on its way to its answer. `ids` is the source of its ids alone, so that they do not shift what else is drawn. */
export type DemoExchange = {
	readonly context: DemoContext;
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly url: URL;
	readonly version: ApiVersion;
	/** The body; `null` when it was larger than the API takes. */
	readonly body: string | null;
	readonly ids: Random;
	/** Aborts when the connection is gone. */
	readonly closed: AbortSignal;
};

/** The source of a request's ids: the same one for the same seed, request and occurrence. */
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

/** Sends a whole JSON answer. Without headers it gets those that every answer has. */
export function sendJson({response, ids}: DemoExchange, {status, body, headers}: JsonReply): void {
	response.writeHead(status, {
		...(headers ?? identityHeaders(createId('req', ids), ids)),
		'content-type': 'application/json',
		'content-length': Buffer.byteLength(body),
	});
	response.end(body);
}

/** Sends an error in the API's shape. `headers` are added to those that every answer has. */
export function sendError(exchange: DemoExchange, error: ApiError, headers?: ResponseHeaders): void {
	const requestId = createId('req', exchange.ids);
	const isWorthRetrying = error.status === 429 || error.status >= 500;
	sendJson(exchange, {
		status: error.status,
		body: errorBody(error, requestId),
		headers: {
			...identityHeaders(requestId, exchange.ids),
			'x-should-retry': String(isWorthRetrying),
			...headers,
		},
	});
}
