import {parseJson} from '../../wire/json.js';
import type {CaptureFormat} from './capture-format.js';
import {type HttpMessage, httpMessages, urlOf} from './http-messages.js';
import {type CapturedExchange, importExchanges} from './import-exchanges.js';
import type {Imported} from './imported.js';

const head = /^(?:HTTP\/[\d.]+ \d{3}|(?:GET|POST|OPTIONS|HEAD|PUT|CONNECT) \S+ HTTP\/[\d.]+)/;
const frame = /^[\da-f]{1,8}(?:;[^\r\n]*)?\r?\n(?:event|data|id|retry)?:/i;

/** How many lines may stand before the head, such as the command that was typed. */
const linesBefore = 5;

export const httpFormat: CaptureFormat = {
	name: 'http',
	title: 'a response with its headers',
	shortTitle: 'HTTP response',
	writers:
		'`curl -i`, `curl --raw`, `nc`, Wireshark\'s "Follow HTTP Stream": also with the request, chunk frames and compression',
	times: 'none',
	sign({text, lines}) {
		const index = lines.findIndex(line => head.test(line));
		if (
			index !== -1 &&
			index <= linesBefore &&
			!lines.slice(0, index).some(line => /^(?:event|data):|^[<>*{] /.test(line))
		) {
			return `the first line of ${lines[index]?.startsWith('HTTP') ? 'a response' : 'a request'}`;
		}

		return frame.test(text) ? 'the frames of a chunked body' : null;
	},
	reader: {takes: 'bytes', read: bytes => importHttp(Buffer.from(bytes).toString('latin1'))},
};

/** Each character of `text` is one byte. */
async function importHttp(text: string): Promise<Imported> {
	const exchanges: CapturedExchange[] = [];
	let request: HttpMessage | null = null;
	const messages = httpMessages(text);
	for (const [index, message] of messages.entries()) {
		if (message.method !== null) {
			request = message;
		} else if (index === messages.length - 1 || !isInterim(message)) {
			exchanges.push(exchangeOf(request, message));
			request = null;
		}
	}

	const imported = await importExchanges(
		request === null ? exchanges : [...exchanges, exchangeOf(request, null)],
	);
	return {...imported, ...bodyLineOf(text, imported)};
}

/** A body without frames and compression stands behind its head as it is. With several exchanges, it is not known which is meant. */
function bodyLineOf(text: string, {body = '', events}: Imported): Pick<Imported, 'bodyLine'> {
	const bytes = Buffer.from(body, 'utf8').toString('latin1');
	const start = text.length - bytes.length;
	const isOnly = events.every(({exchange}) => exchange === 1);
	return isOnly && body !== '' && text.slice(start) === bytes
		? {bodyLine: text.slice(0, start).split('\n').length}
		: {};
}

/** `100 Continue`, and a proxy's answer to `CONNECT`. */
function isInterim({status, headers, body}: HttpMessage): boolean {
	return status !== null && (status < 200 || (status === 200 && headers.length === 0 && body === ''));
}

function exchangeOf(request: HttpMessage | null, response: HttpMessage | null): CapturedExchange {
	return {
		method: request?.method ?? null,
		url: request === null ? null : urlOf(request.target ?? '/', request.headers),
		requestBody: request === null ? null : (parseJson(bytesOf(request.body).toString('utf8')) ?? null),
		status: response?.status ?? 0,
		headers: response?.headers ?? [],
		body: response === null ? null : bytesOf(response.body),
		...(response === null ? {missing: 'saved without a response'} : {}),
		times: null,
	};
}

function bytesOf(text: string): Buffer {
	return Buffer.from(text, 'latin1');
}
