import {encodeSse} from '../../wire/encode-sse.js';
import type {ExportSource} from './exported.js';

/**
 * Exports the streams of a recording as servers write them, one after the other. Data is byte-exact. Lines end with LF, a space follows each
 * colon, and an incomplete event stays incomplete.
 */
export function* toSse({events}: ExportSource): Generator<string> {
	for (const event of events) {
		if (event.type === 'sse') {
			yield encodeSse(event);
		}
	}
}
