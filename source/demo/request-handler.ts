import {createHash} from 'node:crypto';
import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import {type AnswerWatcher, type WatchedAnswer, watchTogether} from './answer-watcher.js';
import {type ApiError, errorBody, invalidRequest} from './api-error.js';
import {type ApiVersion, isApiVersion} from './api-version.js';
import {scenarioHeader} from './choose-scenario.js';
import {createExchangeIds, type DemoContext, type DemoExchange, sendError} from './demo-exchange.js';
import {faultList} from './faults/fault-list.js';
import {parseFaults} from './faults/parse-faults.js';
import {createPlanningTurns} from './planning-turns.js';
import {readBody} from './read-body.js';
import {refuseBroken} from './refuse-broken.js';
import {respondCountTokens} from './respond-count-tokens.js';
import {respondExact} from './respond-exact.js';
import {respondMessages} from './respond-messages.js';
import {respondModel, respondModels} from './respond-models.js';
import {respondRecorded} from './respond-recorded.js';
import type {ScenarioBook} from './scenario-book.js';

type Route = {
	readonly path: RegExp;
	readonly method: string;
	readonly respond: (exchange: DemoExchange) => void | Promise<void>;
};

const routes: readonly Route[] = [
	{path: /^\/v1\/messages$/, method: 'POST', respond: respondPlayed},
	{path: /^\/v1\/messages\/count_tokens$/, method: 'POST', respond: respondCountTokens},
	{path: /^\/v1\/models$/, method: 'GET', respond: respondModels},
	{path: /^\/v1\/models\/[^/]+$/, method: 'GET', respond: respondModel},
];

/** Names the faults of one answer: `cut-after=12, drip`. */
export const faultHeader = 'x-streamscope-fault';

/** What is said if answering failed, which is a mistake of the server's. */
const failure: ApiError = {status: 500, type: 'api_error', message: 'Internal server error'};

/** Completes the path of a request line into a URL. No request goes to this host. */
const origin = 'http://localhost';

type HandlerOptions = Omit<DemoContext, 'countOccurrence' | 'planningTurn'> & {
	readonly watchers: readonly AnswerWatcher[];
	/** Whether the server closes the connections that are open. */
	readonly isClosing: () => boolean;
};

export type RequestHandler = {
	readonly handle: RequestListener;
	/** Refuses what is not a request, or is broken off. */
	readonly refuse: (error: Error, socket: Duplex) => void;
};

/** Answers every request to the demo server. Between requests, it remembers only how often each one came. */
export function createRequestHandler({watchers, isClosing, ...options}: HandlerOptions): RequestHandler {
	const answers = new WeakMap<Duplex, WatchedAnswer>();
	const occurrences = new Map<string, number>();
	const context: DemoContext = {
		...options,
		planningTurn: createPlanningTurns(),
		countOccurrence(key) {
			const hash = createHash('sha256').update(key).digest('base64');
			const count = (occurrences.get(hash) ?? 0) + 1;
			occurrences.set(hash, count);
			return count;
		},
	};

	const handle: RequestListener = async (request, response) => {
		const closed = new AbortController();
		const url = URL.parse(origin + request.url) ?? new URL(origin);
		const {method = 'GET'} = request;
		allowBrowsers(response);
		if (method === 'OPTIONS') {
			response.writeHead(204).end();
			return;
		}

		const headers = headersOf(request);
		const named = headers[faultHeader];
		const answer = watchTogether(watchers, {
			method,
			path: url.pathname,
			faults: named ?? faultList(context.faults()),
			headers,
		});
		answers.set(request.socket, answer);
		response.once('close', () => {
			closed.abort();
			const isWhole = response.writableFinished;
			answer.ended(isWhole || isClosing() ? 'server' : 'client', isWhole);
		});
		try {
			const body = await readBody(request);
			answer.asked(body);
			const ids = createExchangeIds(context, request, body);
			const faults = named === undefined ? {faults: context.faults()} : parseFaults(named);
			const route =
				'problem' in faults
					? invalidRequest(`${faultHeader}: ${faults.problem}`)
					: (wrongScenario(headers[scenarioHeader], context.scenarios) ?? findRoute(request, url.pathname));
			const exchange: DemoExchange = {
				...{context, request, response, url, body, ids, answer, closed: closed.signal},
				version: 'respond' in route ? route.version : '2026-10-21',
				faults: 'problem' in faults ? [] : faults.faults,
			};
			const {exact} = context;
			const isExact = exact !== null && headers[scenarioHeader] === undefined;
			await ('respond' in route
				? isExact
					? respondExact(exchange, exact)
					: route.respond(exchange)
				: sendError(exchange, route));
		} catch {
			// Usually, the connection broke while it was read or written, so there is no one left to tell.
			if (closed.signal.aborted || response.headersSent) {
				response.destroy();
			} else {
				response.writeHead(500, {'content-type': 'application/json'}).end(errorBody(failure, 'req_unknown'));
			}
		}
	};
	return {handle, refuse: (error, socket) => refuseBroken(error, socket, answers.get(socket))};
}

/** From the recording, unless there is none or the request names a scenario. */
function respondPlayed(exchange: DemoExchange): Promise<void> {
	const {recorded} = exchange.context;
	return recorded === null || exchange.request.headers[scenarioHeader] !== undefined
		? respondMessages(exchange)
		: respondRecorded(exchange, recorded);
}

/** SDKs in a browser ask first. Everything that the API serves may be read from any page, since there is nothing to protect. */
function allowBrowsers(response: ServerResponse): void {
	response.setHeader('access-control-allow-origin', '*');
	response.setHeader('access-control-allow-headers', '*, authorization');
	response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
	response.setHeader('access-control-expose-headers', '*');
	response.setHeader('access-control-max-age', '600');
}

function headersOf({headers}: IncomingMessage): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function wrongScenario(name: string | undefined, book: ScenarioBook): ApiError | null {
	return name === undefined || book.has(name)
		? null
		: invalidRequest(`${scenarioHeader}: ${book.unknown(name)}`);
}

type FoundRoute = Route & {readonly version: ApiVersion};

function findRoute({method, headers, httpVersion}: IncomingMessage, path: string): FoundRoute | ApiError {
	if (headers.host === undefined && httpVersion === '1.1') {
		return invalidRequest('host: header is required');
	}

	const route = routes.find(candidate => candidate.path.test(path));
	if (!route) {
		return {status: 404, type: 'not_found_error', message: 'Not Found'};
	}

	if (route.method !== method) {
		return {status: 405, type: 'invalid_request_error', message: 'Method Not Allowed'};
	}

	const version = headers['anthropic-version'];
	if (isApiVersion(version)) {
		return checkKey(headers) ?? {...route, version};
	}

	return (
		checkKey(headers) ??
		invalidRequest(
			version
				? `anthropic-version: "${version}" is not a valid version`
				: 'anthropic-version: header is required',
		)
	);
}

/** The key comes in `x-api-key` or as a bearer token; `x-api-key` wins if both are there. Any key is accepted. */
function checkKey(headers: IncomingMessage['headers']): ApiError | undefined {
	const {authorization} = headers;
	if (headers['x-api-key'] || /^Bearer +\S/i.test(authorization ?? '')) {
		return undefined;
	}

	const message = authorization ? 'Invalid bearer token' : 'x-api-key header is required';
	return {status: 401, type: 'authentication_error', message};
}
