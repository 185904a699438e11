import type {BlockSnapshot} from '../messages/message-snapshot.js';
import {isContent} from '../messages/vocabulary/piece.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {isObject, printJson} from '../wire/json.js';
import {arrived} from './arrived.js';

/** A stream whose content is compared: its exchange, and the trace that it stands in. */
export type ComparedStream = {
	readonly events: readonly TraceEvent[];
	readonly view: ExchangeView;
};

/**
 * Where the content of two streams parts for the first time. `block` counts from 0, `offset` in UTF-16 units within its text or tool JSON;
 * it is `null` where the blocks are of different kinds, or where one stream has no such block. `left` and `right` are what stands there, cut
 * where it is long; `null` for a block that is not there. `leftEvent` and `rightEvent` are the numbers of the events that brought it.
 */
export type ContentDifference = {
	readonly block: number;
	readonly offset: number | null;
	readonly left: string | null;
	readonly right: string | null;
	readonly leftEvent: number | null;
	readonly rightEvent: number | null;
};

/** So much is quoted of what differs. */
const quoted = 40;

/** Compares what the blocks hold, not how it was cut into events. `null` where both hold the same. */
export function contentDifference(left: ComparedStream, right: ComparedStream): ContentDifference | null {
	const leftBlocks = left.view.message?.blocks ?? [];
	const rightBlocks = right.view.message?.blocks ?? [];
	for (let block = 0; block < Math.max(leftBlocks.length, rightBlocks.length); block++) {
		const difference = blockDifference(leftBlocks[block], rightBlocks[block]);
		if (difference !== null) {
			return {
				block,
				...difference,
				leftEvent: eventAt(left, block, difference.offset),
				rightEvent: eventAt(right, block, difference.offset),
			};
		}
	}

	return null;
}

function blockDifference(
	left: BlockSnapshot | undefined,
	right: BlockSnapshot | undefined,
): Pick<ContentDifference, 'offset' | 'left' | 'right'> | null {
	if (left === undefined || right === undefined || left.type !== right.type) {
		return {offset: null, left: left?.type ?? null, right: right?.type ?? null};
	}

	const [leftText, rightText] = [textIn(left), textIn(right)];
	if (leftText === rightText) {
		return null;
	}

	const offset = firstDifference(leftText, rightText);
	const at = (text: string) => text.slice(offset, offset + quoted);
	return {offset, left: at(leftText), right: at(rightText)};
}

/** What a block holds as text. Ids differ from answer to answer and do not count. */
function textIn({text, partialJson, start}: BlockSnapshot): string {
	return partialJson ?? (text === '' && isObject(start.input) ? printJson(start.input) : text);
}

function firstDifference(left: string, right: string): number {
	let offset = 0;
	while (offset < left.length && left[offset] === right[offset]) {
		offset++;
	}

	return offset;
}

/** The number of the event that brought the character at an offset of a block; of the block's start where there is no such character. */
function eventAt({events, view}: ComparedStream, block: number, offset: number | null): number | null {
	let length = 0;
	let start: number | null = null;
	for (let position = view.first; position <= view.last; position++) {
		const event = events[position];
		const decoded = event?.exchange === view.exchange ? arrived(event) : null;
		if (decoded?.index !== block) {
			continue;
		}

		start = decoded.kind === 'content_block_start' ? position + 1 : start;
		length += isContent(decoded.piece) ? decoded.piece.text.length : 0;
		if (offset !== null && length > offset) {
			return position + 1;
		}
	}

	return start;
}
