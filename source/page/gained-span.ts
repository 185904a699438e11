import type {BlockText} from './block-text.js';

/** A part of a text: UTF-16 offsets. */
export type TextSpan = {readonly start: number; readonly end: number};

/**
 * What an event brought to a block, in the block's text with its sources behind it; `null` where it brought nothing that is shown. `before` is the
 * block without the event, `null` where the event began it. A text that is no beginning of the new one was replaced.
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
