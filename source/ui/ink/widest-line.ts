// Replaces `widest-line` in the bundle (see scripts/bundle.mjs).

import {textFacts} from './row-facts.js';

/** The same as `widest-line`. */
export default function quickWidestLine(text: string): number {
	return textFacts(text).width;
}
