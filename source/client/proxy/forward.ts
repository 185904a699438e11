import type {IncomingMessage, ServerResponse} from 'node:http';
import {Transform} from 'node:stream';
import type {Dispatcher} from 'undici';
import type {ForwardedWatch} from './watch-forwarded.js';

export type ForwardOptions = {
	readonly dispatcher: Pick<Dispatcher, 'dispatch'>;
	/** Where the request goes: the path and the query belong to it. */
	readonly target: URL;
	readonly watch: ForwardedWatch;
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
	const {dispatcher, target, watch} = options;
	let upstream: Dispatcher.DispatchController | null = null;
	let hasEnded = false;
	const end = (ending: Parameters<ForwardedWatch['ended']>[0]) => {
		if (!hasEnded) {
			hasEnded = true;
			watch.ended(ending);
		}
	};

	response.on('drain', () => upstream?.resume());
	response.on('close', () => {
		if (!response.writableFinished && !hasEnded) {
			end({kind: 'cancelled'});
			upstream?.abort(new Error('The client closed the connection.'));
		}
	});

	dispatcher.dispatch(
		{
			origin: target.origin,
			path: target.pathname + target.search,
			method: (request.method ?? 'GET') as Dispatcher.HttpMethod,
			headers: passedHeaders(request.rawHeaders, name => name !== 'host'),
			body: hasBody(request) ? request.pipe(watchedBody(watch)) : noBody(watch),
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
				const raw = rawHeadersOf(controller, headers);
				watch.responded(status, new Headers(pairs(raw)));
				response.sendDate = false;
				response.writeHead(status, message, passedHeaders(raw));
				response.flushHeaders();
			},
			onResponseData(controller, bytes) {
				watch.responseBytes(bytes);
				if (!response.write(bytes)) {
					controller.pause();
				}
			},
			onResponseEnd() {
				end({kind: 'read'});
				response.end();
			},
			onResponseError(_, error) {
				end({kind: 'failed', error});
				breakOff(response, error);
			},
		},
	);
}

/** Ends as the upstream ended: before the headers with a word, after them in the same way, as far as a socket can. */
function breakOff(response: ServerResponse, error: Error): void {
	if (response.headersSent) {
		const isReset = 'code' in error && error.code === 'ECONNRESET';
		isReset ? response.socket?.resetAndDestroy() : response.socket?.destroySoon();
		return;
	}

	const body = `streamscope tap: the upstream did not answer: ${error.message}\n`;
	response.writeHead(502, {'content-type': 'text/plain; charset=utf-8'}).end(body);
}

function watchedBody(watch: ForwardedWatch): Transform {
	return new Transform({
		transform(bytes: Uint8Array, _, done) {
			watch.requestBytes(bytes);
			done(null, bytes);
		},
		flush(done) {
			watch.requested();
			done();
		},
	});
}

function noBody(watch: ForwardedWatch): null {
	watch.requested();
	return null;
}

function hasBody({headers}: IncomingMessage): boolean {
	return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function pairs(raw: readonly string[]): Array<[string, string]> {
	return Array.from({length: raw.length / 2}, (_, index) => [raw[index * 2] ?? '', raw[index * 2 + 1] ?? '']);
}

/** The raw headers as they stood, without those of the connection. */
function passedHeaders(raw: readonly string[], isPassed: (name: string) => boolean = () => true): string[] {
	return pairs(raw)
		.filter(([name]) => !ownHeaders.has(name.toLowerCase()) && isPassed(name.toLowerCase()))
		.flat();
}

/** The names as the server wrote them, where the connection still knows them. */
function rawHeadersOf(
	controller: Dispatcher.DispatchController,
	headers: Readonly<Record<string, string | string[] | undefined>>,
): string[] {
	const raw = controller.rawHeaders;
	return Array.isArray(raw)
		? raw.map(part => (typeof part === 'string' ? part : Buffer.from(part).toString('latin1')))
		: Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap(each => [name, each ?? '']));
}
