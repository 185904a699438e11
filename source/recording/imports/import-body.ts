import {createSseParser} from '../../wire/parse-sse.js';
import type {CaptureFormat, ReadOptions} from './capture-format.js';
import {foreignStream} from './dialect.js';
import type {Importer} from './imported.js';
import {exchangeEvents} from './imported-exchange.js';
import {limitedImporter} from './limited-importer.js';
import {createSyntheticPace, syntheticResponseTime, type TimedSse} from './synthetic-pace.js';

const sseLine = /^(?:event|data|id|retry)?:/;

export const bodyFormat: CaptureFormat = {
	name: 'sse',
	title: 'the body of a stream',
	shortTitle: 'raw stream',
	writers: '`curl -N`, `ask --raw`, and most gateways and tests',
	times: 'none',
	// A broken stream may contain some lines of JSON, so stream lines decide unless most lines are JSON objects.
	sign({lines, objects}) {
		const line = lines.find(some => sseLine.test(some));
		return line !== undefined && objects.length * 2 <= lines.length
			? `lines of an event stream, such as ${line.slice(0, line.indexOf(':') + 1)}`
			: null;
	},
	reader: {
		takes: 'pieces',
		create: options => limitedImporter(createBodyImporter({...options, hasHeaders: false})),
	},
};

export const responseFormat: CaptureFormat = {
	name: 'http',
	title: 'a response with its headers',
	shortTitle: 'HTTP response',
	writers: '`curl -i`',
	times: 'none',
	sign: ({text}) => (/^HTTP\/[\d.]+ \d{3}/.test(text) ? 'the status line of a response' : null),
	reader: {
		takes: 'pieces',
		create: options => limitedImporter(createBodyImporter({...options, hasHeaders: true})),
	},
};

/** In UTF-16 units: half of what V8 keeps in one string. */
const maxKeptBody = 2 ** 28;

/** Imports a stream's body as `curl -N` writes it, or with headers as `curl -i` writes it. */
function createBodyImporter({hasHeaders, keepsBody}: ReadOptions & {readonly hasHeaders: boolean}): Importer {
	const events: TimedSse[] = [];
	const pace = createSyntheticPace(syntheticResponseTime);
	const parser = createSseParser(sse => events.push(pace(sse)));
	let head: ResponseHead | null = hasHeaders ? null : {status: 0, headers: [], length: 0};
	let pending = '';
	let body = '';
	let isStream: boolean | null = null;
	const kept = createBodyKeeper(keepsBody);
	/** Without headers, the lines showed that it is a stream, so JSON before the first event is a stray line. */
	const otherBody = hasHeaders ? /^\s*[{[<]/ : /^\s*</;

	const take = (text: string) => {
		kept.take(text);
		if (isStream === true) {
			parser.feed(text);
			return;
		}

		body += text;
		isStream ??= body.trim() === '' ? null : !otherBody.test(body);
		if (isStream) {
			parser.feed(body);
			body = '';
		}
	};

	const readHead = (text: string, isEnd: boolean) => {
		pending += text;
		head = parseHead(pending, isEnd);
		if (head !== null) {
			take(pending.slice(head.length));
		}
	};

	return {
		feed: text => (head === null ? readHead(text, false) : take(text)),
		end() {
			if (head === null) {
				readHead('', true);
			}

			parser.end();
			const {status, headers} = head ?? {status: 0, headers: []};
			const at = syntheticResponseTime;
			const foreign = isStream === false ? null : foreignStream(events.map(({sse}) => sse));
			return {
				...(foreign === null ? {} : {refusal: `This is ${foreign}.`}),
				body: kept.body(),
				events: exchangeEvents({
					exchange: 1,
					requestAt: 0,
					request: null,
					responseAt: at,
					status,
					headers,
					content: isStream === false ? {kind: 'body', at, data: body} : {kind: 'stream', events},
					endAt: events.at(-1)?.at ?? at,
				}),
				pacing: 'synthetic',
				skipped: [],
				notes: kept.isFull() ? ['It is too long to check its text: only its events were checked.'] : [],
			};
		},
	};
}

function createBodyKeeper(isNeeded: boolean) {
	let body = '';
	let isFull = false;
	return {
		take(text: string) {
			isFull ||= isNeeded && body.length + text.length > maxKeptBody;
			body = isFull || !isNeeded ? '' : body + text;
		},
		body: () => body,
		isFull: () => isFull,
	};
}

/** The status line and headers of a response. `length` includes the blank line after them. */
export type ResponseHead = {
	readonly status: number;
	readonly headers: ReadonlyArray<readonly [string, string]>;
	readonly length: number;
};

const headPattern = /^HTTP\/[\d.]+ (\d{3})[^\n]*\n((?:[^\r\n]+\r?\n)*)\r?\n/;

/**
 * Reads the head of a response. If several follow each other (`100 Continue`, redirects, a proxy's `CONNECT`), the last one counts. `null`
 * if the text does not have the whole head yet. At the end of the text, an incomplete head is accepted.
 */
function parseHead(text: string, isEnd: boolean): ResponseHead | null {
	const match = headPattern.exec(text);
	if (match === null) {
		return isEnd
			? {status: Number(/^HTTP\/[\d.]+ (\d{3})/.exec(text)?.[1] ?? 0), headers: [], length: text.length}
			: null;
	}

	const [whole, status, lines = ''] = match;
	const rest = text.slice(whole.length);
	if (rest.startsWith('HTTP/')) {
		const next = parseHead(rest, isEnd);
		return next === null ? null : {...next, length: next.length + whole.length};
	}

	return 'HTTP/'.startsWith(rest) && !isEnd
		? null
		: {status: Number(status), headers: parseHeaders(lines), length: whole.length};
}

/** Reads `name: value` lines. */
export function parseHeaders(lines: string): ReadonlyArray<readonly [string, string]> {
	return lines
		.split(/\r?\n/)
		.map(line => /^([^:\s]+):\s*(.*?)\s*$/.exec(line))
		.filter(match => match !== null)
		.map(([, name = '', value = '']) => [name, value] as const);
}
