import type {Fault} from './answer.js';
import {pingEvent, type StreamEvent} from './stream-event.js';

/** Adds a fault halfway through the deltas of a stream, or at its end. */
export function applyFault(
	events: readonly StreamEvent[],
	fault: Fault | undefined,
	requestId: string,
): readonly StreamEvent[] {
	if (!fault) {
		return events;
	}

	const deltas = [...events.keys()].filter(index => events[index]?.event === 'content_block_delta');
	const middle = deltas[Math.floor(deltas.length / 2)] ?? events.length - 1;
	const before = events.slice(0, middle);
	const rest = events.slice(middle);
	switch (fault.kind) {
		case 'stall':
			return [...before, ...stall(), ...rest];
		case 'error':
			return [...before, errorEvent(fault.error, requestId)];
		case 'error-at-end':
			return [...withoutEnd(events), errorEvent(fault.error, requestId, events.at(-2)?.pause)];
		case 'cut-off':
			return [...before, ...rest.slice(0, 1).map(event => ({...event, half: true}) as const)];
		case 'malformed':
			return malformed(before, rest);
	}
}

/** Ten seconds of pings only, then the next content. */
function stall(): StreamEvent[] {
	return [2400, 2500, 2500, 2550].map(pause => ({...pingEvent, pause}));
}

function errorEvent(
	{type, message}: {readonly type: string; readonly message: string},
	requestId: string,
	pause = 250,
): StreamEvent {
	return {
		event: 'error',
		data: {type: 'error', error: {details: null, type, message}, request_id: requestId},
		pause,
	};
}

/** The events before the last block and the message end. */
function withoutEnd(events: readonly StreamEvent[]): readonly StreamEvent[] {
	const stop = events.findLastIndex(({event}) => event === 'content_block_stop');
	return events.filter(
		({event}, index) => index !== stop && event !== 'message_delta' && event !== 'message_stop',
	);
}

/** Adds events that a newer server might send, then one that is not JSON. */
function malformed(before: readonly StreamEvent[], rest: readonly StreamEvent[]): StreamEvent[] {
	const index = 1;
	const [next, ...others] = rest;
	const shown: StreamEvent[] = [
		{
			event: 'message_annotation',
			data: {type: 'message_annotation', note: 'an event that no client knows'},
			pause: 60,
		},
		{
			event: 'content_block_delta',
			data: {type: 'content_block_delta', index: 0, delta: {type: 'mood_delta', mood: 'curious'}},
		},
		...(next ? [next] : []),
	];
	const unknownBlock: StreamEvent[] = [
		{event: 'content_block_stop', data: {type: 'content_block_stop', index: 0}},
		{
			event: 'content_block_start',
			data: {type: 'content_block_start', index, content_block: {type: 'hologram', frames: 3}},
			pause: 60,
		},
		{
			event: 'content_block_delta',
			data: {type: 'content_block_delta', index, delta: {type: 'hologram_delta', frame: 1}},
		},
		{event: 'content_block_stop', data: {type: 'content_block_stop', index}},
	];
	const broken =
		'{"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"the end of this line is mis';
	return [
		...before,
		...shown,
		...others.filter(event => event.event === 'content_block_delta'),
		...unknownBlock,
		{
			event: 'content_block_start',
			data: {type: 'content_block_start', index: 2, content_block: {type: 'text', text: ''}},
		},
		{event: 'content_block_delta', data: broken, pause: 400},
	];
}
