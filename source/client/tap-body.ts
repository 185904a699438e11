import {type RestOptions, readRest} from './read-rest.js';
import type {BodyEnding} from './tap-ending.js';

type Bytes = Uint8Array<ArrayBuffer>;
type Controller = ReadableByteStreamController | ReadableStreamDefaultController<Bytes>;

export type BodyTap = {
	read(bytes: Uint8Array): void;
	/** Called once. */
	end(ending: BodyEnding): void;
	/** If the reader gives up, the rest is read and reported all the same. Absent or `null` where it is not wanted. */
	readonly rest?: RestOptions | null;
};

/**
 * Wraps a body so that each read is passed on in the same turn and reported to `tap`. It reads only when it is read, passes errors on
 * unchanged, and is a byte stream if the source is one. `isEager` does the first read at once, because the SDK reads nothing of an answer
 * that makes it try again.
 */
export function tapBody(body: ReadableStream<Bytes>, tap: BodyTap, isEager: boolean): ReadableStream<Bytes> {
	let reader: ReadableStreamDefaultReader<Bytes> | null = null;
	let hasEnded = false;
	const end = (ending: BodyEnding) => {
		if (!hasEnded) {
			hasEnded = true;
			tap.end(ending);
		}
	};

	// Locked late, because the runtime frees the connection of an unread body only while the body is unlocked.
	const source = () => {
		reader ??= body.getReader();
		return reader;
	};

	const pull = async (controller: Controller) => {
		try {
			const {done, value} = await source().read();
			if (done) {
				end({kind: 'read'});
				close(controller);
			} else {
				tap.read(value);
				controller.enqueue(value);
			}
		} catch (error) {
			end({kind: 'failed', error});
			controller.error(error);
		}
	};

	const cancel = async (reason: unknown) => {
		if (tap.rest) {
			await readRest(
				() => source().read(),
				bytes => tap.read(bytes),
				tap.rest,
			);
		}

		end({kind: 'cancelled'});
		await source().cancel(reason);
	};

	const ahead = {highWaterMark: isEager ? 1 : 0};
	return isByteStream(body)
		? (new ReadableStream({type: 'bytes', pull, cancel}, ahead) as ReadableStream<Bytes>)
		: new ReadableStream<Bytes>({pull, cancel}, ahead);
}

function isByteStream(body: ReadableStream<Bytes>): boolean {
	try {
		body.getReader({mode: 'byob'}).releaseLock();
		return true;
	} catch {
		return false;
	}
}

function close(controller: Controller): void {
	controller.close();
	if ('byobRequest' in controller) {
		// A reader that supplied its own buffer waits until it gets it back.
		controller.byobRequest?.respond(0);
	}
}
