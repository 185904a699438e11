import {Buffer} from 'node:buffer';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {Transform} from 'node:stream';
import type {Dispatcher} from 'undici';
import type {AlteredBody, AlteredTarget} from './altered-body.js';
import type {ForwardedWatch} from './watch-forwarded.js';

export type ForwardOptions = {
	readonly dispatcher: Pick<Dispatcher, 'dispatch'>;
	readonly origin: string;
	/** With the query, as it goes on the wire. */
	readonly path: string;
	readonly watch: ForwardedWatch;
	/** Opens the way of an answer that may be altered; `null` for one that passes as it is. */
	readonly alter: (status: number, headers: Headers, target: AlteredTarget) => AlteredBody | null;
	/** The request's body, if it was read before. */
	readonly body?: Uint8Array;
};

/** Headers of one connection, which do not belong to the next one (RFC 9110, section 7.6.1). */
const ownHeaders = new Set([
	...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection'],
	...['te', 'trailer', 'transfer-encoding', 'upgrade', 'expect'],
]);

/**
 * Passes a request on and its answer back: bytes, headers and status unchanged, each read as it comes. It has no time limits of its own. Where
 * the upstream breaks off, the client's connection breaks off; where the client leaves, the upstream is left.
 */
export function forward(request: IncomingMessage, response: ServerResponse, options: ForwardOptions): void {
	const {dispatcher, origin, path, watch, alter, body} = options;
	let altered: AlteredBody | null = null;
	let upstream: Dispatcher.DispatchController | null = null;
	let hasEnded = false;
	const end = (ending: Parameters<ForwardedWatch['ended']>[0]) => {
		if (!hasEnded) {
			hasEnded = true;
			watch.ended(ending);
		}
	};

	const resume = () => {
		if (altered?.isFull() !== true && !response.writableNeedDrain) {
			upstream?.resume();
		}
	};
	const write = (bytes: Uint8Array) => {
		if (!response.write(bytes)) {
			upstream?.pause();
		}

		// Node keeps a chunk until this turn is over, which watching would prolong.
		response.socket?.uncork();
	};
	response.on('drain', resume);
	response.on('close', () => {
		if (!response.writableFinished && !hasEnded) {
			altered?.stop();
			end({kind: 'cancelled'});
			upstream?.abort(new Error('The client closed the connection.'));
		}
	});

	dispatcher.dispatch(
		{
			origin,
			path,
			method: (request.method ?? 'GET') as Dispatcher.HttpMethod,
			headers: passedHeaders(request.rawHeaders, new Set([...named(request.headers.connection), 'host'])),
			body: body === undefined ? passedBody(request, watch) : knownBody(body, watch),
			headersTimeout: 0,
			bodyTimeout: 0,
		},
		{
			onRequestStart(controller) {
				upstream = controller;
				if (response.destroyed) {
					controller.abort(new Error('The client closed the connection.'));
				}
			},
			onResponseStart(controller, status, headers, message) {
				if (status < 200) {
					interim(response, status, headers);
					return;
				}

				const raw = rawHeadersOf(controller, headers);
				const known = new Headers(pairs(raw));
				altered = alter(status, known, {
					write,
					cut: () => response.socket?.destroySoon(),
					hold: isFull => (isFull ? controller.pause() : resume()),
				});
				const besides = altered === null ? [] : ['content-encoding', 'content-length'];
				const passed = passedHeaders(raw, new Set([...named(headers.connection), ...besides]));
				response.sendDate = false;
				response.writeHead(status, bytewise(message), passed);
				response.flushHeaders();
				watch.responded(status, known, altered !== null);
			},
			onResponseData(_, bytes) {
				if (altered !== null) {
					altered.write(bytes);
					return;
				}

				// Passed on first, so that watching delays nothing.
				write(bytes);
				watch.responseBytes(bytes);
			},
			onResponseEnd(_, trailers) {
				const finish = (isWhole = true) => {
					passTrailers(response, trailers);
					isWhole ? response.end() : response.socket?.destroySoon();
					end({kind: 'read'});
				};
				altered === null ? finish() : altered.end(finish);
			},
			onResponseError(_, error) {
				const fail = () => {
					breakOff(response, error);
					end({kind: 'failed', error});
				};
				altered === null ? fail() : altered.end(fail);
			},
		},
	);
}

/** An answer before the answer. Hints go on; a server that is only still busy needs no word to the client. */
function interim(response: ServerResponse, status: number, {link}: WireHeaders): void {
	if (status === 103 && link !== undefined && !response.headersSent) {
		response.writeEarlyHints({link});
	}
}

type WireHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Trailers come behind the body, and may be anything. */
function passTrailers(response: ServerResponse, trailers: WireHeaders): void {
	try {
		response.addTrailers(
			Object.entries(trailers).flatMap(([name, value]) =>
				[value].flat().map((each): [string, string] => [name, each ?? '']),
			),
		);
	} catch {
		// Names or values that cannot be written end here.
	}
}

/** What the runtime says about a connection that was there and broke. */
const broken = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** Ends as the upstream ended: a connection that broke breaks off, and one that was never made is answered with a word. */
function breakOff(response: ServerResponse, error: Error & {readonly code?: unknown}): void {
	if (response.headersSent || broken.has(String(error.code))) {
		const isReset = error.code === 'ECONNRESET';
		isReset ? response.socket?.resetAndDestroy() : response.socket?.destroySoon();
		return;
	}

	const body = `streamscope: the upstream did not answer: ${error.message}\n`;
	response.writeHead(502, {'content-type': 'text/plain; charset=utf-8'}).end(body);
}

function watchedBody(watch: ForwardedWatch): Transform {
	const body = new Transform({
		transform(bytes: Uint8Array, _, done) {
			watch.requestBytes(bytes);
			done(null, bytes);
		},
		flush(done) {
			watch.requested();
			done();
		},
	});
	// A client that leaves while it sends is told by the end of its response.
	return body.on('error', () => {});
}

function passedBody(request: IncomingMessage, watch: ForwardedWatch): Transform | Uint8Array | null {
	return hasBody(request) ? request.pipe(watchedBody(watch)) : knownBody(new Uint8Array(), watch);
}

function knownBody(body: Uint8Array, watch: ForwardedWatch): Uint8Array | null {
	if (body.length > 0) {
		watch.requestBytes(body);
	}

	watch.requested();
	return body.length === 0 ? null : body;
}

function hasBody({headers}: IncomingMessage): boolean {
	return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function pairs(raw: readonly string[]): Array<[string, string]> {
	return Array.from({length: raw.length / 2}, (_, index) => [raw[index * 2] ?? '', raw[index * 2 + 1] ?? '']);
}

/** The raw headers as they stood, without those of the connection. */
function passedHeaders(raw: readonly string[], besides: ReadonlySet<string>): string[] {
	return pairs(raw)
		.filter(([name]) => !ownHeaders.has(name.toLowerCase()) && !besides.has(name.toLowerCase()))
		.flat();
}

/** The headers that a `Connection` header names belong to the connection too. */
function named(connection: string | string[] | undefined): ReadonlySet<string> {
	return new Set(
		[connection ?? []]
			.flat()
			.join(',')
			.split(',')
			.map(name => name.trim().toLowerCase()),
	);
}

/** The status message was read as UTF-8, and is written a byte a character. */
function bytewise(message: string | undefined): string {
	return Buffer.from(message ?? '').toString('latin1');
}

/** The names as the server wrote them, where the connection still knows them. */
function rawHeadersOf(controller: Dispatcher.DispatchController, headers: WireHeaders): string[] {
	const raw = controller.rawHeaders;
	return Array.isArray(raw)
		? raw.map(part => (typeof part === 'string' ? part : Buffer.from(part).toString('latin1')))
		: Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap(each => [name, each ?? '']));
}
