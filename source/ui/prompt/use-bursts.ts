import type {Key} from 'ink';
import {useEffect, useRef} from 'react';

/** Text with its line breaks, without other control characters. */
const text = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]+$/;

/** An Enter between two pieces of text in one read, or two of them with text after each. A hand that types ahead sends neither. */
const isMultiline = /^[^\r\n]+[\r\n]+[^\r\n]|^[\r\n]+[^\r\n]+[\r\n]+[^\r\n]/;

/** A long paste arrives in several reads, this many milliseconds apart at most. Nobody has looked at what was pasted and pressed Enter by then. */
const maxPause = 200;

/** What goes on with a paste. A single character is typed, and so is the Enter after it. */
const isRest = /^(?:[\r\n]|.{2})/su;

/**
 * Returns the function that tells whether what Ink read at once is a paste from a terminal without paste markers, or goes on with one. An
 * Enter in it sends nothing.
 */
export function useBursts(): (input: string, key: Pick<Key, 'ctrl' | 'meta'>) => boolean {
	const timer = useRef<NodeJS.Timeout>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);
	return (input, {ctrl, meta}) => {
		const isText = !ctrl && !meta && text.test(input);
		const isBurst =
			isText && ((timer.current !== undefined && isRest.test(input)) || isMultiline.test(input));
		clearTimeout(timer.current);
		timer.current = isBurst
			? setTimeout(() => {
					timer.current = undefined;
				}, maxPause)
			: undefined;
		return isBurst;
	};
}
