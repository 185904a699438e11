import {compileRegex} from './compile-regex.js';
import type {Pattern} from './filter.js';
import type {FilterText} from './filter-text.js';

/** A quoted text or a regular expression; `null` for anything else. */
export function patternOf(text: FilterText): Pattern | null {
	const quoted = text.quoted();
	if (quoted !== null) {
		return {kind: 'words', text: quoted};
	}

	const regex = text.regex();
	if (regex !== null) {
		compileRegex(regex.source, regex.flags);
	}

	return regex === null ? null : {kind: 'regex', ...regex};
}
