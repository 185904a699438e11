import {parseJson, stringAt} from '../../wire/json.js';
import type {SseEvent} from '../../wire/sse-event.js';

/** What a body of binary frames holds. `isCut` is true if it ends inside a frame. */
export type FramedEvents = {
	readonly events: readonly SseEvent[];
	readonly isCut: boolean;
};

const prelude = 12;
const maxFrame = 2 ** 24;

/** True for a body of `application/vnd.amazon.eventstream`: its first four bytes are the length of a frame, the next four that of its headers. */
export function isFramed(bytes: Uint8Array): boolean {
	if (bytes.length < prelude + 4) {
		return false;
	}

	const view = viewOf(bytes);
	const [length, headers] = [view.getUint32(0), view.getUint32(4)];
	// The name of the first header follows its length and begins with a colon.
	return length >= prelude + 4 && length < maxFrame && headers < length && bytes[prelude + 1] === 0x3a;
}

/**
 * The events in a body that Bedrock streams in binary frames. A frame's payload is JSON whose `bytes` are an event of the Messages API in base64.
 * A frame of another kind is kept under the name in its header, and a damaged frame is skipped with `isCut`.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html
 */
export async function readFrames(bytes: Uint8Array): Promise<FramedEvents> {
	const {EventStreamCodec} = await import('@smithy/core/event-streams');
	const decoder = new TextDecoder();
	const codec = new EventStreamCodec(
		input => (typeof input === 'string' ? input : decoder.decode(input)),
		text => Buffer.from(text),
	);
	const events: SseEvent[] = [];
	const view = viewOf(bytes);
	let isCut = false;
	for (let start = 0; start < bytes.length; ) {
		const length = bytes.length - start < prelude ? 0 : view.getUint32(start);
		if (length < prelude + 4 || start + length > bytes.length) {
			return {events, isCut: true};
		}

		try {
			const {headers, body} = codec.decode(bytes.subarray(start, start + length));
			const header = (name: string) => String(headers[name]?.value ?? '');
			const payload = decoder.decode(body);
			const exception = header(':exception-type') || header(':error-code');
			events.push(
				exception === ''
					? eventOf(payload, header(':event-type'))
					: errorOf(
							exception,
							stringAt(parseJson(payload), 'message') || header(':error-message') || payload,
						),
			);
		} catch {
			isCut = true;
		}

		start += length;
	}

	return {events, isCut};
}

/** What ends a stream in an error, as the Messages API would send it. */
function errorOf(type: string, message: string): SseEvent {
	return {event: 'error', data: JSON.stringify({type: 'error', error: {type, message}})};
}

/** The event in a frame's payload, or the payload itself under the frame's name. */
export function eventOf(payload: string, name: string): SseEvent {
	const encoded = stringAt(parseJson(payload), 'bytes');
	if (encoded === '') {
		return {event: name === '' ? null : name, data: payload};
	}

	const data = Buffer.from(encoded, 'base64').toString('utf8');
	return {event: stringAt(parseJson(data), 'type') || null, data};
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
