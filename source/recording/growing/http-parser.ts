import {createDechunker} from '../imports/dechunk.js';
import {httpMessages} from '../imports/http-messages.js';
import {createBodyParser} from './body-parser.js';
import type {GrowingContext, GrowingParser} from './growing-parser.js';

/** A response's head with its blank line; it may stand behind the command that was typed. */
const head = /HTTP\/[\d.]+ \d{3}[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n/;

/** Where another response may begin: after `100 Continue`, a redirect, or a proxy's answer to `CONNECT`. */
const nextHead = /^HTTP\/[\d.]+ \d{3}/;

/** How many bytes a head may have before it is none. */
const maxHead = 2 ** 18;

/** Reads what `curl -i` writes: the head of a response, then its body, with or without chunk frames. */
export function createHttpParser(context: GrowingContext, exchange: number): GrowingParser {
	let pending = '';
	let body: GrowingParser | null = null;
	let dechunk: ((bytes: string) => string) | null = null;

	const readBody = (bytes: string, isLast: boolean) => {
		pending += bytes;
		// The first line shows whether there are chunk frames.
		if (dechunk === null && !isLast && !pending.includes('\n') && pending.length < 20) {
			return;
		}

		dechunk ??= createDechunker();
		const text = dechunk(pending);
		pending = '';
		body?.read(Buffer.from(text, 'latin1'));
	};

	const readHead = () => {
		const found = head.exec(pending);
		if (found === null) {
			return;
		}

		const rest = pending.slice(found.index + found[0].length);
		const [message] = httpMessages(found[0]);
		const status = message?.status ?? 0;
		const mayContinue = status < 200 || (status >= 300 && status < 400) || message?.headers.length === 0;
		if (mayContinue && nextHead.test(rest)) {
			pending = rest;
			readHead();
			return;
		}

		if (mayContinue && (rest === '' || /^H[TP/\d. ]{0,12}$/.test(rest))) {
			// It may be the beginning of the next head.
			return;
		}

		open(status, message?.headers ?? []);
		pending = '';
		readBody(rest, false);
	};

	const open = (status: number, headers: ReadonlyArray<readonly [string, string]>) => {
		const {openedAt} = context;
		body = createBodyParser(context, {
			exchange,
			requestAt: openedAt,
			url: 'capture:/v1/messages',
			status,
			headers,
		});
	};

	return {
		read(bytes) {
			const text = Buffer.from(bytes).toString('latin1');
			if (body !== null) {
				readBody(text, false);
				return;
			}

			pending = (pending + text).slice(0, maxHead);
			readHead();
		},
		end() {
			if (body === null) {
				const [message] = httpMessages(pending);
				open(message?.status ?? 0, message?.headers ?? []);
				pending = '';
			}

			readBody('', true);
			return body?.end();
		},
	};
}
