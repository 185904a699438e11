// Replaces Ink's `sanitize-ansi` in the bundle (see scripts/bundle.mjs). Ink parses the text of every pane twice in every frame to clean
// it. Ours is already clean, apart from what a check of its rows finds.

import sanitizeAnsi from '../../../node_modules/ink/build/sanitize-ansi.js';
import {textFacts} from './row-facts.js';

/** The same as Ink's. */
export default function quickSanitizeAnsi(text: string): string {
	return textFacts(text).isClean ? text : sanitizeAnsi(text);
}
