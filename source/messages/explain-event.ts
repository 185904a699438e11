import type {SseEvent} from '../wire/sse-event.js';
import {decode, type WireEvent} from './decode.js';
import {
	brokenEvent,
	doneMark,
	emptyEvent,
	unnamedPurpose,
	unreadableEvent,
} from './vocabulary/bare-explanations.js';
import type {TitledExplanation} from './vocabulary/explanation.js';

/** Says what a server-sent event is for and where its payload is. Explains any text, even one that no Messages API ever sent. */
export function explainEvent(sse: SseEvent): TitledExplanation {
	const event = decode(sse);
	const name = sse.event || 'data';
	switch (event.kind) {
		case 'empty': {
			return {title: name, ...emptyEvent};
		}

		case 'done': {
			return {title: `${name} · ${sse.data.trim()}`, ...doneMark};
		}

		case 'not-json': {
			return {title: name, ...brokenEvent};
		}

		case 'unreadable': {
			return {title: name, ...unreadableEvent};
		}

		default: {
			const explained = explainPayload(event, name);
			return sse.event === null
				? {...explained, title: `${explained.title} (no event name)`, purpose: unnamedPurpose}
				: explained;
		}
	}
}

function explainPayload(event: WireEvent, name: string): TitledExplanation {
	switch (event.kind) {
		case 'content_block_start': {
			return {title: `${event.kind} · ${event.blockType || 'unknown'}`, ...event.known.explanation};
		}

		case 'content_block_delta': {
			return {title: `${event.kind} · ${event.deltaType || 'unknown'}`, ...event.known.explanation};
		}

		case 'unknown':
		case 'not-object': {
			return {title: event.type || name, ...event.vocabulary.explanation};
		}

		default: {
			return {title: event.kind, ...event.vocabulary.explanation};
		}
	}
}
