import type {Duplex} from 'node:stream';
import {type ApiError, errorBody} from './api-error.js';

/** Answers what is not a request in HTTP, or did not become one in time, in the API's shape, and closes the connection. */
export function refuseBroken(error: Error & {readonly code?: unknown}, socket: Duplex): void {
	if (!socket.writable || error.code === 'ECONNRESET') {
		socket.destroy();
		return;
	}

	const [phrase, refusal] = refusalOf(String(error.code));
	const body = errorBody(refusal, 'req_unknown');
	socket.end(
		[
			`HTTP/1.1 ${refusal.status} ${phrase}`,
			'content-type: application/json',
			`content-length: ${body.length}`,
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
