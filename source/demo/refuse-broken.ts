import {Buffer} from 'node:buffer';
import type {ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import type {WatchedAnswer} from './answer-watcher.js';
import {type ApiError, errorBody} from './api-error.js';

/**
 * Answers what is not a request in HTTP, or did not become one in time, in the API's shape, and closes the connection. `answer` is that of the
 * request whose body broke off, if its headers were whole.
 */
export function refuseBroken(
	error: Error & {readonly code?: unknown},
	socket: Duplex,
	answer: WatchedAnswer | undefined,
): void {
	if (!socket.writable || error.code === 'ECONNRESET') {
		socket.destroy();
		return;
	}

	const [phrase, refusal] = refusalOf(String(error.code));
	endWith(socket, phrase, refusal, answer);
}

/** A client that takes the server for a proxy. */
export function refuseTunnel(socket: Duplex): void {
	socket.on('error', () => {});
	endWith(socket, 'Method Not Allowed', refusal(405, 'This server makes no tunnels. Send it requests.'));
}

/** A client that expects something other than `100-continue`. It may wait with its body for the answer. */
export function refuseExpectation(response: ServerResponse): void {
	const body = errorBody(refusal(417, 'expect: only 100-continue can be met'), 'req_unknown');
	response.writeHead(417, {'content-type': 'application/json', connection: 'close'}).end(body);
}

function endWith(socket: Duplex, phrase: string, refusal: ApiError, answer?: WatchedAnswer): void {
	const body = errorBody(refusal, 'req_unknown');
	const headers = {'content-type': 'application/json', 'content-length': String(body.length)};
	answer?.began(refusal.status, headers);
	answer?.sent(Buffer.from(body));
	answer?.ended('server', true);
	socket.end(
		[
			`HTTP/1.1 ${refusal.status} ${phrase}`,
			...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
			'connection: close',
			'',
			body,
		].join('\r\n'),
	);
}

function refusalOf(code: string): readonly [phrase: string, error: ApiError] {
	switch (code) {
		case 'HPE_HEADER_OVERFLOW':
			return ['Request Header Fields Too Large', refusal(431, 'The headers are larger than 16 KB')];
		case 'ERR_HTTP_REQUEST_TIMEOUT':
			return ['Request Timeout', refusal(408, 'The request did not arrive in time')];
		default:
			return ['Bad Request', refusal(400, 'This is not a request in HTTP')];
	}
}

function refusal(status: number, message: string): ApiError {
	return {status, type: 'invalid_request_error', message};
}
