import {Buffer} from 'node:buffer';
import {performance} from 'node:perf_hooks';
import undici from 'undici';
import type {StampedArrival} from '../../analysis/held-back.js';
import type {NetworkDispatcher} from '../../client/network-dispatcher.js';
import {decodeCopy} from '../../client/proxy/decode-copy.js';

export type StampedAnswer = {
	readonly status: number;
	readonly headers: Headers;
	readonly arrivals: readonly StampedArrival[];
	/** The beginning of the body, for what is no stream. */
	readonly beginning: string;
	/** What broke the answer off, or `null` if it is whole. */
	readonly brokenBy: unknown;
};

export type StampedRequest = {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	readonly signal: AbortSignal;
	/** `null` asks directly. */
	readonly dispatcher: NetworkDispatcher | null;
};

type Read = {readonly bytes: Uint8Array; readonly arrivedAt: number};

const stamp = /^: sent (\d+(?:\.\d+)?)$/gm;

/** More than any stream of `serve` that is asked for here, in bytes. */
const maxLength = 4_000_000;

/**
 * Asks for a stamped stream and notes when each stamp arrived, and in which read. Decodes compression by itself, read by read. Rejects if no
 * answer begins.
 */
export async function readStamped({
	url,
	headers,
	body,
	signal,
	dispatcher,
}: StampedRequest): Promise<StampedAnswer> {
	const answer = await undici.request(url, {
		method: 'POST',
		headers,
		body,
		signal,
		headersTimeout: 0,
		bodyTimeout: 0,
		...(dispatcher && {dispatcher: dispatcher as undici.Dispatcher}),
	});
	const told = new Headers();
	for (const [name, value] of Object.entries(answer.headers)) {
		told.set(name, String(value));
	}

	const reads: Read[] = [];
	let length = 0;
	let brokenBy: unknown = null;
	try {
		for await (const bytes of answer.body) {
			reads.push({bytes, arrivedAt: performance.timeOrigin + performance.now()});
			length += bytes.length;
			if (length > maxLength) {
				break;
			}
		}
	} catch (error) {
		brokenBy = error;
	}

	const found = await findStamps(reads, told.get('content-encoding') ?? '');
	return {status: answer.statusCode, headers: told, ...found, brokenBy};
}

/** Decodes after the last read, so that the time it takes is not part of what is measured. */
async function findStamps(
	reads: readonly Read[],
	encoding: string,
): Promise<Pick<StampedAnswer, 'arrivals' | 'beginning'>> {
	const arrivals: StampedArrival[] = [];
	let rest = '';
	let beginning = '';
	let read = 0;
	let arrivedAt = 0;
	const copy = decodeCopy(encoding, bytes => {
		const text = Buffer.from(bytes).toString('latin1');
		beginning = (beginning + text).slice(0, 500);
		const end = text.lastIndexOf('\n') + 1;
		const lines = end === 0 ? '' : rest + text.slice(0, end);
		rest = end === 0 ? rest + text : text.slice(end);
		for (const [, sentAt] of lines.matchAll(stamp)) {
			arrivals.push({sentAt: Number(sentAt), arrivedAt, read});
		}
	});
	for (const next of reads) {
		read++;
		({arrivedAt} = next);
		await new Promise<void>(resolve => {
			copy.write(next.bytes, () => resolve());
		});
	}

	await copy.end();
	return {arrivals, beginning: Buffer.from(beginning, 'latin1').toString()};
}
