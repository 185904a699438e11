// Stands in for Ink's `sanitize-ansi` in the bundle (see scripts/build.mjs). Ink cleans the text of every row in every frame, twice; a row that
// was clean once stays so.

import sanitizeAnsi from '../../../node_modules/ink/build/sanitize-ansi.js';

const remembered = 4096;
const cleaned = new Map<string, string>();

/** The same as Ink's. */
export default function quickSanitizeAnsi(text: string): string {
	const known = cleaned.get(text);
	if (known !== undefined) {
		return known;
	}

	if (cleaned.size >= remembered) {
		cleaned.clear();
	}

	const clean = sanitizeAnsi(text);
	cleaned.set(text, clean);
	return clean;
}
