import type {BlockText} from './block-text.js';

/** A part of a text, in UTF-16 offsets. */
export type TextSpan = {readonly start: number; readonly end: number};

/**
 * Finds what an event added to a block's text and the sources after it. `null` if it added nothing visible. `before` is the block without the
 * event, or `null` if the event began it. If the old text is not a prefix of the new one, it was replaced.
 */
export function gainedSpan(before: BlockText | null, {text, sources}: BlockText): TextSpan | null {
	const textBefore = before?.text ?? '';
	const sourcesBefore = before?.sources ?? '';
	if (text !== textBefore) {
		const start = text.startsWith(textBefore) ? textBefore.length : 0;
		return text.length > start ? {start, end: text.length} : null;
	}

	return sources.length > sourcesBefore.length
		? {start: text.length + sourcesBefore.length, end: text.length + sources.length}
		: null;
}
