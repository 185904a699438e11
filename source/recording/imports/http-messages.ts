import type {HeaderList} from './read-body.js';

/**
 * Requests and responses in the order in which they stand in a text, whose characters are bytes. A request's `status` and a response's `method`
 * and `target` are `null`, and all are for a body that has no head. `body` has frames and compression as they came.
 */
export type HttpMessage = {
	readonly method: string | null;
	readonly target: string | null;
	readonly status: number | null;
	readonly headers: HeaderList;
	readonly body: string;
};

const fields = "(?:[!#$%&'*+.^_`|~\\w-]+:[^\\r\\n]*\\r?\\n)*";
const statusLine = 'HTTP\\/[\\d.]+ (?<status>\\d{3})[^\\r\\n]*\\r?\\n';
const requestLine = '(?<method>[A-Z]{3,7}) (?<target>\\S+) HTTP\\/[\\d.]+\\r?\\n';

/** A whole head. JSON cannot hold one, because it escapes line breaks. */
const headPattern = new RegExp(`(?:${requestLine}|${statusLine})(?<fields>${fields})\\r?\\n`, 'g');
const cutHead = /^HTTP\/[\d.]+ (?<status>\d{3})[^\n]*(?<fields>[\s\S]*)$/;

export function httpMessages(text: string): readonly HttpMessage[] {
	const heads = [...text.matchAll(headPattern)];
	const [first] = heads;
	if (first === undefined) {
		const cut = cutHead.exec(text);
		return [messageOf(cut?.groups ?? {}, cut === null ? text : '')];
	}

	const before = text.slice(0, first.index);
	return [
		// What stands before the first head is a body that lost its own, or the command that was typed.
		...(/^(?:event|data):/m.test(before) ? [messageOf({}, before)] : []),
		...heads.map((head, index) => {
			const end = heads[index + 1]?.index ?? text.length;
			return messageOf(head.groups ?? {}, text.slice(head.index + head[0].length, end));
		}),
	];
}

function messageOf(groups: {readonly [name: string]: string | undefined}, body: string): HttpMessage {
	const {method = null, target = null, status, fields: lines = ''} = groups;
	return {
		method,
		target,
		status: status === undefined ? null : Number(status),
		headers: parseHeaders(lines),
		body,
	};
}

/** Reads `name: value` lines. */
export function parseHeaders(lines: string): HeaderList {
	return lines
		.split(/\r?\n/)
		.map(line => /^([^:\s]+):\s*(.*?)\s*$/.exec(line))
		.filter(match => match !== null)
		.map(([, name = '', value = '']) => [name, value] as const);
}

/** Where a request went. A capture does not show the scheme: requests to other machines nearly always use TLS. */
export function urlOf(target: string, headers: HeaderList): string {
	if (/^https?:/.test(target)) {
		return target;
	}

	const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? 'unknown';
	const isLocal = /^(localhost|127\.|\[::1\])/.test(host);
	return `${isLocal ? 'http' : 'https'}://${host}${target}`;
}
