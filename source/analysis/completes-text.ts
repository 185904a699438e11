import {isContent} from '../messages/vocabulary/piece.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {arrived} from './arrived.js';

/** What an event added to a content block. `isFirst` if it is the first of its block. */
type Piece = {readonly block: string; readonly text: string; readonly isFirst: boolean};

/**
 * Returns a test for events that add the last character of `text` to their block, ignoring case. Text, thinking and tool JSON arrive in pieces,
 * and a searched text seldom is one of them.
 */
export function completesText(text: string): (events: readonly TraceEvent[], position: number) => boolean {
	const wanted = text.toLowerCase();
	const ends = Array.from({length: Math.max(0, wanted.length - 1)}, (_, index) => wanted.slice(index + 1));
	return (events, position) => {
		const piece = pieceOf(events[position]);
		if (wanted === '' || piece === null || piece.isFirst) {
			return false;
		}

		const added = piece.text.toLowerCase();
		return (
			added.includes(wanted) ||
			// Few pieces begin with an end of the text. Only for these do the preceding pieces matter.
			ends.some(
				end =>
					added.startsWith(end) &&
					textBefore(events, position, wanted.length).toLowerCase().endsWith(wanted.slice(0, -end.length)),
			)
		);
	};
}

/** The last characters that a piece's block held before it, at least `length` if it held that many. */
export function textBefore(events: readonly TraceEvent[], position: number, length: number): string {
	const block = pieceOf(events[position])?.block;
	let text = '';
	for (let near = position - 1; near >= 0 && text.length < length; near--) {
		const event = events[near];
		if (event?.type === 'request') {
			break;
		}

		const piece = pieceOf(event);
		if (piece !== null && piece.block === block) {
			text = piece.text + text;
			if (piece.isFirst) {
				break;
			}
		}
	}

	return text;
}

/** True for a delta with text, thinking or tool JSON. */
export function isPiece(event: TraceEvent | undefined): boolean {
	return pieceOf(event)?.isFirst === false;
}

/** What an event adds to its block; `null` if it adds nothing readable. */
export function pieceText(event: TraceEvent | undefined): string | null {
	return pieceOf(event)?.text ?? null;
}

function pieceOf(event: TraceEvent | undefined): Piece | null {
	const decoded = arrived(event);
	if (event === undefined || decoded === null || decoded.piece === null) {
		return null;
	}

	const isFirst = decoded.kind === 'content_block_start';
	return isFirst || isContent(decoded.piece)
		? {block: `${event.exchange}/${decoded.index}`, text: decoded.piece.text, isFirst}
		: null;
}
