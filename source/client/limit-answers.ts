import type {Fetch} from './fetch.js';
import {withBody} from './tap-response.js';

/** The limits of an answer before it is aborted, far above what the API sends. `silence` is in milliseconds. */
export type AnswerLimits = {
	readonly events: number;
	readonly bytes: number;
	readonly silence: number;
};

/**
 * The API's longest answers have about 130,000 tokens, and so about as many events, of some 150 bytes each. The chat keeps all of them: this
 * many take about half a gigabyte, which Node's usual heap holds.
 */
export const usualLimits = {events: 400_000, bytes: 128 * 1024 * 1024} as const;

/** The limits of a client's answers. Its timeout limits the wait for headers, and so every other silence too. */
export function limitsOf(
	{timeout}: {readonly timeout: number},
	limits: Partial<AnswerLimits> = {},
): AnswerLimits {
	return {...usualLimits, silence: timeout, ...limits};
}

/** An answer was aborted because it was too large, or because nothing arrived for too long. */
export class AnswerLimit extends Error {
	override name = 'AnswerLimit';
	readonly kind: 'too_long' | 'timeout';

	constructor(kind: AnswerLimit['kind'], message: string) {
		super(message);
		this.kind = kind;
	}
}

/** Wraps `fetch` so that reading a body fails with an `AnswerLimit` if it is silent for too long or grows too large. Any byte ends the silence. */
export function limitAnswers(fetch: Fetch, limits: AnswerLimits): Fetch {
	return async (input, init) => {
		const response = await fetch(input, init);
		return response.body === null
			? response
			: (withBody(response, limitBody(response.body, limits)) ?? response);
	};
}

function limitBody(
	body: ReadableStream<Uint8Array<ArrayBuffer>>,
	{events, bytes, silence}: AnswerLimits,
): ReadableStream<Uint8Array<ArrayBuffer>> {
	const reader = body.getReader();
	const count = createEventCount();
	let length = 0;
	return new ReadableStream<Uint8Array<ArrayBuffer>>(
		{
			async pull(controller) {
				try {
					const {done, value} = await inTime(reader, silence);
					if (done) {
						controller.close();
						return;
					}

					length += value.length;
					if (length > bytes) {
						throw new AnswerLimit('too_long', `It has more than ${bytes.toLocaleString('en')} bytes.`);
					}

					if (count(value) > events) {
						throw new AnswerLimit('too_long', `It has more than ${events.toLocaleString('en')} events.`);
					}

					controller.enqueue(value);
				} catch (error) {
					controller.error(error);
					// The connection is no longer needed.
					reader.cancel(error).catch(() => {});
				}
			},
			cancel: reason => reader.cancel(reason),
		},
		// A read is passed on when it is requested, and not before.
		{highWaterMark: 0},
	);
}

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

async function inTime(reader: Reader, silence: number): ReturnType<Reader['read']> {
	const {promise, reject} = Promise.withResolvers<never>();
	const timer = setTimeout(
		() => reject(new AnswerLimit('timeout', `Nothing arrived for ${silence / 1000} s, not even a ping.`)),
		silence,
	);
	try {
		return await Promise.race([reader.read(), promise]);
	} finally {
		clearTimeout(timer);
	}
}

/** Counts the blank lines, each of which ends an event. */
function createEventCount(): (bytes: Uint8Array) => number {
	let count = 0;
	let isLineEmpty = false;
	return bytes => {
		for (const byte of bytes) {
			if (byte === lineFeed) {
				count += isLineEmpty ? 1 : 0;
				isLineEmpty = true;
			} else if (byte !== carriageReturn) {
				isLineEmpty = false;
			}
		}

		return count;
	};
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
