import type {BlockSnapshot} from '../../messages/message-snapshot.js';
import {isContent} from '../../messages/vocabulary/piece.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {isObject, printJson} from '../../wire/json.js';
import {arrived} from '../arrived.js';
import {eventsInStep, finish, type Steps} from './steps.js';

/** A stream whose content is compared: its exchange, and the trace that contains it. */
export type ComparedStream = {
	readonly events: readonly TraceEvent[];
	readonly view: ExchangeView;
};

/**
 * Where the content of two streams first differs. `block` counts from 0. `offset` is in UTF-16 units within its text or tool JSON, or `null` if
 * the blocks are of different kinds or one stream lacks the block. `left` and `right` are the content at that position, cut if it is long, or
 * `null` for a missing block. `leftEvent` and `rightEvent` are the numbers of the events that added it.
 */
export type ContentDifference = {
	readonly block: number;
	readonly offset: number | null;
	readonly left: string | null;
	readonly right: string | null;
	readonly leftEvent: number | null;
	readonly rightEvent: number | null;
};

/** The number of characters to quote. */
const quoted = 40;

/**
 * Compares the content of blocks, not how it was cut into events. `null` if both are the same.
 *
 * @internal
 */
export function contentDifference(left: ComparedStream, right: ComparedStream): ContentDifference | null {
	return finish(differenceSteps(left, right));
}

/** The same in steps. */
export function* differenceSteps(
	left: ComparedStream,
	right: ComparedStream,
): Steps<ContentDifference | null> {
	const leftBlocks = left.view.message?.blocks ?? [];
	const rightBlocks = right.view.message?.blocks ?? [];
	for (let block = 0; block < Math.max(leftBlocks.length, rightBlocks.length); block++) {
		const difference = blockDifference(leftBlocks[block], rightBlocks[block]);
		if (difference !== null) {
			return {
				block,
				...difference,
				leftEvent: yield* eventSteps(left, block, difference.offset),
				rightEvent: yield* eventSteps(right, block, difference.offset),
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

/** The content of a block as text. Ids differ between answers and do not count. */
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

/** The number of the event that added the character at an offset of a block, or of the block's start if there is no such character. */
function* eventSteps(
	{events, view}: ComparedStream,
	block: number,
	offset: number | null,
): Steps<number | null> {
	let length = 0;
	let start: number | null = null;
	for (let position = view.first; position <= view.last; position++) {
		if ((position - view.first + 1) % eventsInStep === 0) {
			yield;
		}

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
