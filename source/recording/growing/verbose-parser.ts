import {parseHeaders, urlOf} from '../imports/http-messages.js';
import {markedLine, withoutReports} from '../imports/import-curl-verbose.js';
import {createLineSplitter} from '../split-lines.js';
import {createBodyParser} from './body-parser.js';
import type {GrowingContext, GrowingParser} from './growing-parser.js';

/** Reads what `curl -v … 2>&1` writes: the lines of its stderr between those of the body. */
export function createVerboseParser(context: GrowingContext, firstExchange: number): GrowingParser {
	const decoder = new TextDecoder();
	const {openedAt, now} = context;
	let exchange = firstExchange;
	let sent: string[] = [];
	let received: string[] = [];
	let requestAt = openedAt;
	let body: GrowingParser | null = null;

	const open = () => {
		const [, method = 'POST', target = '/'] = /^(\S+) (\S+)/.exec(sent[0] ?? '') ?? [];
		body = createBodyParser(context, {
			exchange,
			requestAt,
			method,
			url: sent.length === 0 ? 'capture:/v1/messages' : urlOf(target, parseHeaders(sent.slice(1).join('\n'))),
			status: Number(/^HTTP\/[\d.]+ (\d{3})/.exec(received[0] ?? '')?.[1] ?? 0),
			headers: parseHeaders(received.slice(1).join('\n')),
		});
		return body;
	};

	const close = () => {
		if (body !== null) {
			body.end();
			body = null;
			exchange++;
		}
	};

	const takeSent = (content: string) => {
		if (/ HTTP\/[\d.]+$/.test(content)) {
			close();
			sent = [];
			received = [];
			requestAt = now();
		}

		sent.push(content);
	};

	const takeReceived = (content: string) => {
		// After `100 Continue` and the like, another status line follows. The last one counts.
		received = content.startsWith('HTTP/') ? [content] : [...received, content];
		const isEnd = content === '' && !/^HTTP\/[\d.]+ [13]\d\d/.test(received[0] ?? '');
		if (isEnd && body === null) {
			open();
		}
	};

	const splitter = createLineSplitter(line => {
		const text = withoutReports(`${line ?? ''}\n`);
		const [, mark, content = ''] = markedLine.exec(text.replace(/\n$/, '')) ?? [];
		if (mark === '>') {
			takeSent(content);
		} else if (mark === '<') {
			takeReceived(content);
		} else if (mark === undefined && text !== '' && (body !== null || text.trim() !== '')) {
			(body ?? open()).read(Buffer.from(text));
		}
	});

	return {
		read: bytes => splitter.feed(decoder.decode(bytes, {stream: true})),
		end() {
			splitter.feed(decoder.decode());
			splitter.end();
			if (body === null && (sent.length > 0 || received.length > 0)) {
				open();
			}

			close();
		},
	};
}
