// Stands in for Ink's `sanitize-ansi` in the bundle (see scripts/bundle.mjs). Ink takes the text of every pane apart in every frame, twice, to
// clean it; ours is clean, but for what a look at its rows tells.

import sanitizeAnsi from '../../../node_modules/ink/build/sanitize-ansi.js';
import {textFacts} from './row-facts.js';

/** The same as Ink's. */
export default function quickSanitizeAnsi(text: string): string {
	return textFacts(text).isClean ? text : sanitizeAnsi(text);
}
