import {Buffer} from 'node:buffer';

/** A request with this header gets the time of sending before its events. */
export const stampHeader = 'x-streamscope-stamp';

/** Marks a time of sending: `: sent 1764320000123.456`, in milliseconds since 1970. Parsers of server-sent events ignore comments. */
const stamp = (time: number) => Buffer.from(`: sent ${time.toFixed(3)}\n\n`);

/**
 * Puts the time of sending before each piece that begins with an event. `wallClock` is in milliseconds since 1970. A piece that continues an event
 * stays as it is.
 */
export function createStamper(wallClock: () => number): (bytes: Uint8Array) => Uint8Array {
	let isBetween = true;
	return bytes => {
		const stamped = isBetween ? Buffer.concat([stamp(wallClock()), bytes]) : bytes;
		isBetween = Buffer.from(bytes.subarray(-2)).toString('latin1') === '\n\n';
		return stamped;
	};
}
