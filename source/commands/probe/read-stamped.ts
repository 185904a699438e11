import {Buffer} from 'node:buffer';
import {performance} from 'node:perf_hooks';
import undici from 'undici';
import type {StampedArrival} from '../../analysis/held-back.js';
import {decodeCopy} from '../../client/proxy/decode-copy.js';

export type StampedAnswer = {
	readonly status: number;
	readonly headers: Headers;
	readonly arrivals: readonly StampedArrival[];
	/** The beginning of the body, for what is no stream. */
	readonly beginning: string;
};

export type StampedRequest = {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	readonly signal: AbortSignal;
};

const stamp = /^: sent (\d+(?:\.\d+)?)$/gm;

/** Asks for a stamped stream and notes when each stamp arrived, and in which read. Decodes compression by itself, read by read. */
export async function readStamped({url, headers, body, signal}: StampedRequest): Promise<StampedAnswer> {
	const answer = await undici.request(url, {
		method: 'POST',
		headers,
		body,
		signal,
		headersTimeout: 0,
		bodyTimeout: 0,
	});
	const told = new Headers();
	for (const [name, value] of Object.entries(answer.headers)) {
		told.set(name, String(value));
	}

	const arrivals: StampedArrival[] = [];
	let rest = '';
	let beginning = '';
	let read = 0;
	let arrivedAt = 0;
	const take = (bytes: Uint8Array) => {
		const text = rest + Buffer.from(bytes).toString('latin1');
		beginning = (beginning + text).slice(0, 500);
		const end = text.lastIndexOf('\n') + 1;
		rest = text.slice(end);
		for (const [, sentAt] of text.slice(0, end).matchAll(stamp)) {
			arrivals.push({sentAt: Number(sentAt), arrivedAt, read});
		}
	};
	const copy = decodeCopy(told.get('content-encoding') ?? '', take);
	for await (const bytes of answer.body) {
		read++;
		arrivedAt = performance.timeOrigin + performance.now();
		copy.write(bytes);
		// What was decoded of one read must not count for the next one.
		await new Promise(resolve => setImmediate(resolve));
	}

	await copy.end();
	return {status: answer.statusCode, headers: told, arrivals, beginning};
}
