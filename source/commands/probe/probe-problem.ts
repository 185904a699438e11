import {connectionWords} from '../../client/connection-words.js';
import {unreadableCertificates} from '../../client/network-dispatcher.js';
import {describeFailure} from '../../text/describe-failure.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {isObject, parseJson} from '../../wire/json.js';
import {withoutUrlSecrets} from '../../wire/url-secrets.js';
import type {StampedAnswer} from './read-stamped.js';

/** Why a path cannot be judged, and what to do about it. */
export type ProbeProblem = {readonly message: string; readonly hint: string};

/** In milliseconds: an answer that takes longer is given up. */
export const probeTimeLimit = 30_000;

const baseUrlHint = 'probe takes the address that an SDK takes: what stands before /v1/messages.';
const serveHint = 'Is streamscope serve running behind it?';
const stampHint =
	'The path must lead to streamscope serve, and pass on the headers that begin with x-streamscope.';

/** What is wrong with an answer that has too few times of sending; `null` if it can be judged. */
export function answerProblem(answer: StampedAnswer): ProbeProblem | null {
	const {status, headers, arrivals, beginning, brokenBy} = answer;
	const said = answerWords(beginning);
	if (status !== 200) {
		return {
			message: `The answer has status ${status}${said && `: ${said}`}`,
			hint: statusHint(status, headers, said),
		};
	}

	if (brokenBy !== null) {
		return isTimeout(brokenBy)
			? connectionProblem(brokenBy)
			: {
					message: `The answer broke off after ${pieces(arrivals.length)}: ${reason(brokenBy)}.`,
					hint: 'Something on the path ends connections, such as a time limit.',
				};
	}

	if (arrivals.length > 1) {
		return null;
	}

	if (arrivals.length === 1) {
		return {
			message: 'The server sent the whole stream in one piece, so there is nothing to compare.',
			hint: 'Run streamscope serve without --faults.',
		};
	}

	if (isPage(beginning)) {
		return {
			message: `A page came in place of a stream${said && `: ${said}`}`,
			hint: 'A login or another site may answer at this address.',
		};
	}

	return /^(?:event|data):/m.test(beginning)
		? {message: 'A stream came, but without times of sending.', hint: stampHint}
		: {message: `The answer is not a stream: ${said || 'it has no body'}`, hint: stampHint};
}

/** What is wrong with a connection that broke or was never made. */
export function connectionProblem(error: unknown): ProbeProblem {
	const {message = '', code = ''} = error as NodeJS.ErrnoException;
	if (isTimeout(error)) {
		return {message: `No whole answer came within ${probeTimeLimit / 1000} s.`, hint: serveHint};
	}

	if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'EPROTO') {
		return {message: 'The server does not speak TLS at this port.', hint: 'Begin the address with http://.'};
	}

	if (/^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|CERT_|ERR_TLS)/.test(code)) {
		const {title, hint} = connectionWords(code, message);
		return {message: `${title}.`, hint: hint.replace('--base-url', 'the address')};
	}

	if (message.startsWith(unreadableCertificates)) {
		return {message: `${sanitizeLine(message)}.`, hint: 'Check --ca and SSL_CERT_FILE.'};
	}

	return {message: `The address does not answer: ${reason(error)}.`, hint: serveHint};
}

function isTimeout(error: unknown): boolean {
	return error instanceof Error && error.name === 'TimeoutError';
}

function reason(error: unknown): string {
	const {code} = error as NodeJS.ErrnoException;
	switch (code) {
		case 'UND_ERR_SOCKET':
			return 'the connection was closed';
		case 'UND_ERR_CONNECT_TIMEOUT':
			return 'no connection within 10 s';
		default:
			return describeFailure(error);
	}
}

function statusHint(status: number, headers: Headers, said: string): string {
	const target = headers.get('location');
	if (status >= 300 && status < 400 && target !== null) {
		return `probe follows no redirect. Give it the address that this one leads to: ${sanitizeLine(withoutUrlSecrets(target))}`;
	}

	if (status === 400 && /HTTPS port/i.test(said)) {
		return 'Begin the address with https://.';
	}

	switch (status) {
		case 401:
		case 403:
		case 407:
			return 'If the path asks for a key or a token, give it with --header "Authorization: …".';
		case 404:
		case 405:
			return baseUrlHint;
		case 502:
		case 503:
		case 504:
			return 'The gateway does not reach the server behind it. Is streamscope serve running there, and on which --host and --port?';
		default:
			return stampHint;
	}
}

/** What a body says, in one line: an error's message, a page's title, or its first words. */
function answerWords(beginning: string): string {
	const json = parseJson(beginning);
	const error = isObject(json) && isObject(json.error) ? json.error.message : undefined;
	const title = isPage(beginning) ? (/<title>([^<]*)/i.exec(beginning)?.[1] ?? 'an HTML page') : undefined;
	const words = typeof error === 'string' ? error : (title ?? beginning);
	return sanitizeLine(words.trim().slice(0, 200));
}

function isPage(beginning: string): boolean {
	return /^\s*<(?:!doctype|html|head|body)/i.test(beginning);
}

function pieces(count: number): string {
	return count === 1 ? '1 piece' : `${count} pieces`;
}
