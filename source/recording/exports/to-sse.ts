import {encodeSse} from '../../wire/encode-sse.js';
import type {ExportSource} from './exported.js';

/**
 * The streams of a recording as servers write them, one after the other. Data is byte-exact; line ends are LF, a colon is followed by a
 * blank, and an event that broke off breaks off here too.
 */
export function* toSse({events}: ExportSource): Generator<string> {
	for (const event of events) {
		if (event.type === 'sse') {
			yield encodeSse(event);
		}
	}
}
