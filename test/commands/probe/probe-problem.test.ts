import assert from 'node:assert/strict';
import {test} from 'node:test';
import {answerProblem, connectionProblem} from '../../../source/commands/probe/probe-problem.js';
import type {StampedAnswer} from '../../../source/commands/probe/read-stamped.js';

const arrival = {sentAt: 0, arrivedAt: 1, read: 1};

function answer(
	status: number,
	beginning: string,
	{headers = {}, ...rest}: Partial<Omit<StampedAnswer, 'headers'>> & {headers?: Record<string, string>} = {},
): StampedAnswer {
	return {status, beginning, headers: new Headers(headers), arrivals: [], brokenBy: null, ...rest};
}

function failure(code: string, message = ''): Error {
	return Object.assign(new Error(message), {code});
}

test('a stamped stream that came whole has no problem', () => {
	assert.equal(answerProblem(answer(200, ': sent 1', {arrivals: [arrival, arrival]})), null);
});

test('an answer that cannot be judged says what came in one line, and what to do', () => {
	const words = (...given: Parameters<typeof answer>) => {
		const {message, hint} = answerProblem(answer(...given)) ?? {message: '', hint: ''};
		return `${message} | ${hint}`;
	};
	const page = (title: string) => `<html>\r\n<head><title>${title}</title></head><body>much more</body>`;
	assert.deepEqual(
		[
			words(404, page('404 Not Found')),
			words(502, page('502 Bad Gateway')),
			words(401, '{"error":{"message":"no\\u001B[31m token"}}'),
			words(400, page('400 The plain HTTP request was sent to HTTPS port')),
			words(302, '', {headers: {location: 'https://login.example/?state=secret'}}),
			words(200, page('Login')),
			words(200, '<!doctype html><p>Hi'),
			words(200, 'event: ping\ndata: {}'),
			words(200, ''),
			words(200, ': sent 1', {arrivals: [arrival]}),
			words(200, ': sent 1', {arrivals: [arrival, arrival], brokenBy: failure('UND_ERR_SOCKET')}),
		],
		[
			'The answer has status 404: 404 Not Found | probe takes the address that an SDK takes: what stands before /v1/messages.',
			'The answer has status 502: 502 Bad Gateway | The gateway does not reach the server behind it. Is streamscope serve running there, and on which --host and --port?',
			'The answer has status 401: no␛[31m token | If the path asks for a key or a token, give it with --header "Authorization: …".',
			'The answer has status 400: 400 The plain HTTP request was sent to HTTPS port | Begin the address with https://.',
			'The answer has status 302 | probe follows no redirect. Give it the address that this one leads to: https://login.example/?state=…',
			'A page came in place of a stream: Login | A login or another site may answer at this address.',
			'A page came in place of a stream: an HTML page | A login or another site may answer at this address.',
			'A stream came, but without times of sending. | The path must lead to streamscope serve, and pass on the headers that begin with x-streamscope.',
			'The answer is not a stream: it has no body | The path must lead to streamscope serve, and pass on the headers that begin with x-streamscope.',
			'The server sent the whole stream in one piece, so there is nothing to compare. | Run streamscope serve without --faults.',
			'The answer broke off after 2 pieces: the connection was closed. | Something on the path ends connections, such as a time limit.',
		],
	);
});

test('a connection that is not made says whether TLS, the certificate, the name or the server is the cause', () => {
	const words = (error: Error) => connectionProblem(error).message;
	assert.deepEqual(
		[
			words(failure('ERR_SSL_WRONG_VERSION_NUMBER', 'wrong version number')),
			words(failure('DEPTH_ZERO_SELF_SIGNED_CERT')),
			words(failure('ERR_TLS_CERT_ALTNAME_INVALID')),
			words(failure('ENOTFOUND')),
			words(failure('ECONNREFUSED')),
			words(failure('UND_ERR_CONNECT_TIMEOUT')),
			words(new DOMException('aborted', 'TimeoutError')),
		],
		[
			'The server does not speak TLS at this port.',
			'The certificate of the server is not trusted.',
			'The certificate of the server is not valid.',
			'The address does not answer: there is no host with this name.',
			'The address does not answer: the connection was refused.',
			'The address does not answer: no connection within 10 s.',
			'No whole answer came within 30 s.',
		],
	);
});
