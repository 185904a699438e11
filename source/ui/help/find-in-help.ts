import {synonymsOf} from './synonyms.js';

/** A name and its meaning. */
export type Entry = readonly [name: string, words: string];

export type Section = {readonly heading: string; readonly entries: readonly Entry[]};

/**
 * The entries that a search finds, with their headings. A single character is first looked for among the names of keys, where `p` and `P`
 * differ. Otherwise each word of the search, or one that means the same, must be in the name, the meaning or the heading of an entry, in any case.
 */
export function findInHelp(sections: readonly Section[], search: string): readonly Section[] {
	const typed = search.trim();
	if (typed === '') {
		return sections;
	}

	const keys = typed.length > 1 ? [] : pick(sections, ([name]) => name.split(' ').includes(typed));
	if (keys.length > 0) {
		return keys;
	}

	const found = withWords(sections, typed);
	// Somebody who looks for a command types its slash.
	return found.length === 0 && typed.startsWith('/') ? withWords(sections, typed.slice(1)) : found;
}

function withWords(sections: readonly Section[], typed: string): readonly Section[] {
	const words = typed
		.toLowerCase()
		.split(/\s+/)
		.map(word => [word, ...synonymsOf(word)]);
	return pick(sections, ([name, meaning], heading) => {
		const text = `${name} ${meaning} ${heading}`.toLowerCase();
		return words.every(same => same.some(word => text.includes(word)));
	});
}

function pick(
	sections: readonly Section[],
	isFound: (entry: Entry, heading: string) => boolean,
): readonly Section[] {
	return sections
		.map(({heading, entries}) => ({heading, entries: entries.filter(entry => isFound(entry, heading))}))
		.filter(({entries}) => entries.length > 0);
}
