import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import {isIP} from 'node:net';
import {text} from 'node:stream/consumers';
import {isObject, parseJson} from '../../wire/json.js';
import {isLoopback} from '../../wire/url-secrets.js';
import type {Journal, JournalEntry} from '../journal.js';
import type {ScenarioBook} from '../scenario-book.js';
import {controlPage, controlPageHeaders} from './control-page.js';
import {type ControlChange, type ControlState, readControlChange} from './control-state.js';

export type ControlOptions = {
	readonly state: () => ControlState;
	/** What may be chosen. */
	readonly scenarios: ScenarioBook;
	readonly change: (change: ControlChange) => void;
	readonly journal: Journal;
	/** Answers a request for the trace, so that `follow` can show it. */
	readonly feed: RequestListener;
};

/** The paths that are not the API's: the page, what is played, the requests so far, the trace. */
const controlPath = '/__streamscope';

/** The longest form that is read, in bytes. */
const formLimit = 10_000;

/** Answers requests for the page and what belongs to it, and leaves all others alone. They are for the person at this machine alone. */
export function createControlRoutes(
	options: ControlOptions,
): (...call: Parameters<RequestListener>) => boolean {
	return (request, response) => {
		const path = request.url?.split('?')[0] ?? '';
		if (path !== '/' && path !== controlPath && !path.startsWith(`${controlPath}/`)) {
			return false;
		}

		if (isFromElsewhere(request, options.state().url)) {
			answer(response, 403, 'This page answers only to the address that the server was started with.');
			return true;
		}

		// The address by which this client reaches the server, which for 0.0.0.0 is another one.
		const state = () => ({...options.state(), url: `http://${request.headers.host}`});
		void respond(path, request, response, {...options, state}).catch(() => response.destroy());
		return true;
	};
}

async function respond(
	path: string,
	request: IncomingMessage,
	response: ServerResponse,
	options: ControlOptions,
): Promise<void> {
	const {state, journal, feed} = options;
	switch (`${request.method} ${path}`) {
		// Programs that wait for a server ask so.
		case 'HEAD /':
		case 'GET /':
			response.writeHead(200, controlPageHeaders).end(controlPage(state()));
			return;
		case `GET ${controlPath}`:
			answerJson(response, state());
			return;
		case `GET ${controlPath}/requests`:
			answerJson(response, {requests: journal.entries().map(listedRequest)});
			return;
		case `GET ${controlPath}/trace`:
			feed(request, response);
			return;
		case `POST ${controlPath}`:
			await change(request, response, options);
			return;
		default:
			answer(response, 404, 'There is nothing at this path.');
	}
}

/** What anybody on this machine may read: neither keys nor texts. */
function listedRequest({body: _, asked: _asked, headers: _headers, ...entry}: JournalEntry) {
	return entry;
}

async function change(
	request: IncomingMessage,
	response: ServerResponse,
	options: ControlOptions,
): Promise<void> {
	if (!(Number(request.headers['content-length']) <= formLimit)) {
		answer(response, 413, `A change has at most ${formLimit} bytes and says how many.`);
		return;
	}

	const fields = readFields(request.headers['content-type'] ?? '', await text(request));
	if (options.state().replay !== null && fields.has('scenario')) {
		answer(response, 400, 'A recording plays in place of scenarios.');
		return;
	}

	const isForm = request.headers.accept?.includes('text/html') === true;
	const changed = readControlChange(fields, options.scenarios);
	if ('problem' in changed) {
		if (isForm) {
			const state = options.state();
			// What was typed, so that it can be mended.
			const typed = {...state, faults: fields.get('faults') ?? state.faults};
			response.writeHead(400, controlPageHeaders).end(controlPage(typed, changed.problem));
		} else {
			answer(response, 400, changed.problem);
		}

		return;
	}

	options.change(changed);
	if (isForm) {
		response.writeHead(303, {location: '/'}).end();
	} else {
		answerJson(response, options.state());
	}
}

/** The fields of a form, or of an object in JSON. */
function readFields(type: string, body: string): ReadonlyMap<string, string> {
	if (!/\bjson\b/i.test(type)) {
		return new Map(new URLSearchParams(body));
	}

	const value = parseJson(body);
	return new Map(
		isObject(value) ? Object.entries(value).map(([name, field]) => [name, String(field)]) : [['', body]],
	);
}

/** Whether another page may have sent the request, by its `Origin`, or under another name for this machine, by its `Host`. */
function isFromElsewhere({headers}: IncomingMessage, url: string): boolean {
	const {host, port, hostname} = new URL(url);
	const isLocal = isLoopback(hostname);
	const hosts = isLocal ? [host, `localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`] : [host];
	const {origin} = headers;
	const isKnownHost = hosts.includes(headers.host ?? '') || (!isLocal && isNearby(headers.host ?? ''));
	return !isKnownHost || (origin !== undefined && origin !== `http://${headers.host}`);
}

/** A server for a whole room is reached by any of the machine's addresses and by its name in the room, which no website can have. */
function isNearby(host: string): boolean {
	const name = URL.parse(`http://${host}`)?.hostname ?? '';
	return isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0 || /^[a-z\d_-]+(\.local)?$/.test(name);
}

function answer(response: ServerResponse, status: number, words: string): void {
	response.writeHead(status, {'content-type': 'text/plain; charset=utf-8'}).end(`${words}\n`);
}

function answerJson(response: ServerResponse, value: unknown): void {
	response
		.writeHead(200, {'content-type': 'application/json', 'cache-control': 'no-store'})
		.end(JSON.stringify(value));
}
