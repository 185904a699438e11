import type {AlteredPassage, SentEvent} from '../../analysis/alteration/alter-event.js';
import {type BlockKind, encoded} from './altered-block.js';
import type {Alterated} from './watch-forwarded.js';

type Sender = {
	readonly kind: BlockKind;
	readonly write: (bytes: Uint8Array) => void;
	readonly tell: (how: Alterated) => void;
};

/** Sends a client what it gets of an event, and tells what it gets otherwise. Returns false where its connection is to be closed. */
export function createAlteredSender({kind, write, tell}: Sender) {
	const put = (sse: number, event: SentEvent, how: 'edited' | 'injected') => {
		write(encoded(event, kind));
		tell({how, sse, event: event.event, data: event.data});
	};

	return (block: Uint8Array, sse: number, {before, sent, after}: AlteredPassage): boolean => {
		for (const event of before) {
			put(sse, event, 'injected');
		}

		if (sent === 'cut') {
			tell({how: 'cut', sse});
			return false;
		}

		if (sent === 'unchanged') {
			write(block);
		} else if (sent === 'nothing') {
			tell({how: 'dropped', sse});
		} else {
			put(sse, sent, 'edited');
		}

		for (const event of after) {
			put(sse, event, 'injected');
		}

		return true;
	};
}
