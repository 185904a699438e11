import {isObject, parseJson} from '../../wire/json.js';
import {createSseParser} from '../../wire/parse-sse.js';
import {createLineSplitter} from '../split-lines.js';
import {type GrowingOpening, openGrowingExchange} from './growing-exchange.js';
import type {GrowingContext, GrowingParser} from './growing-parser.js';

/** In characters: far longer than a whole message. */
const maxBody = 2 ** 23;

/** Enough to tell a stream from anything else, in characters. */
const enough = 6;

/**
 * Reads the body of one response: a stream of server-sent events, JSON lines, or anything else, which is one body. Its first characters decide,
 * because gateways get the content type wrong.
 */
export function createBodyParser(context: GrowingContext, opening: GrowingOpening): GrowingParser {
	const exchange = openGrowingExchange(context, opening);
	const decoder = new TextDecoder();
	const parser = createSseParser(exchange.sse);
	const lines = createLineSplitter(line => {
		if (line !== null && line.trim() !== '') {
			exchange.sse({event: null, data: line.trim()});
		}
	});
	let kind: 'unknown' | 'sse' | 'lines' | 'body' = 'unknown';
	let beginning = '';

	const take = (text: string, isLast: boolean) => {
		if (kind === 'unknown' || kind === 'body') {
			beginning = (beginning + text).slice(0, maxBody);
			kind = kind === 'body' ? kind : kindOf(beginning);
			if (kind === 'sse' || kind === 'lines') {
				(kind === 'sse' ? parser : lines).feed(beginning);
				beginning = '';
			}
		} else {
			(kind === 'sse' ? parser : lines).feed(text);
		}

		if (!isLast) {
			return;
		}

		if (kind === 'sse') {
			parser.end();
		} else if (kind === 'lines') {
			lines.end();
		} else if (beginning.trim() !== '') {
			exchange.body(beginning);
		}
	};

	return {
		read: bytes => take(decoder.decode(bytes, {stream: true}), false),
		end() {
			take(decoder.decode(), true);
			exchange.end();
		},
	};
}

function kindOf(beginning: string): 'unknown' | 'sse' | 'lines' | 'body' {
	const text = beginning.replace(/^\uFEFF?\s*/, '');
	if (text.length < enough) {
		return 'unknown';
	}

	if (/^(?::|(?:event|data|id|retry)[:\r\n])/.test(text)) {
		return 'sse';
	}

	const [line = '', ...rest] = text.split('\n', 2);
	if (!text.startsWith('{')) {
		return 'body';
	}

	// One object in its line and another below it are lines. An answer that is one object has nothing below.
	return rest.length > 0 && (rest[0] ?? '') !== '' && isObject(parseJson(line)) ? 'lines' : 'unknown';
}
