import type {Random} from './random.js';
import type {StreamEvent} from './stream-event.js';

/**
 * An event as the API writes it: nine data lines in ten have up to fifteen spaces before the last brace, so that an event's length does not
 * reveal its content. Pings and errors have none.
 */
export function encodeEvent({event, data, half, isRaw}: StreamEvent, random: Random): string {
	if (isRaw && typeof data === 'string') {
		return data;
	}

	const text = `event: ${event}\ndata: ${encodeData(event, data, random)}\n\n`;
	return half ? text.slice(0, Math.floor(text.length * 0.6)) : text;
}

function encodeData(event: string, data: StreamEvent['data'], random: Random): string {
	if (typeof data === 'string') {
		return data;
	}

	if (event === 'ping') {
		return '{"type": "ping"}';
	}

	const json = JSON.stringify(data);
	return event === 'error' || !random.chance(0.89)
		? json
		: `${json.slice(0, -1)}${' '.repeat(random.integer(1, 15))}}`;
}
