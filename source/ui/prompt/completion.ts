// Choosing from the completions of the typed text.

/** Something that can be typed, and what it does. */
export type Completion = {readonly label: string; readonly description: string};

/** What to complete, and which of its matches is chosen, counted from 0. */
export type CompletionState = {readonly query: string; readonly selected: number};

export const noCompletion: CompletionState = {query: '', selected: 0};

/** The completions that match, best first: those that begin with the query, then those that contain it, then those that have its letters in order. */
export function completionMatches<T extends Completion>(items: readonly T[], query: string): readonly T[] {
	const ranked = items.map(item => ({item, rank: rankOf(item.label.toLowerCase(), query.toLowerCase())}));
	return ranked
		.filter(({rank}) => rank !== Number.POSITIVE_INFINITY)
		.sort((a, b) => a.rank - b.rank)
		.map(({item}) => item);
}

/** Changes the query and chooses the best match again. */
export function completeQuery(state: CompletionState, query: string): CompletionState {
	return query === state.query ? state : {query, selected: 0};
}

/** The next of `count` matches; after the last, the first. */
export function selectNext(state: CompletionState, count: number): CompletionState {
	return {...state, selected: count === 0 ? 0 : (state.selected + 1) % count};
}

/** The previous match; before the first, the last. */
export function selectPrevious(state: CompletionState, count: number): CompletionState {
	return {...state, selected: count === 0 ? 0 : (state.selected + count - 1) % count};
}

/** Lower is better: 0 at the start, 1 inside, more the wider its letters are spread, and infinite if some are missing. */
function rankOf(label: string, query: string): number {
	const found = label.indexOf(query);
	if (found !== -1) {
		return found === 0 ? 0 : 1;
	}

	let first = -1;
	let last = -1;
	for (const letter of query) {
		last = label.indexOf(letter, last + 1);
		if (last === -1) {
			return Number.POSITIVE_INFINITY;
		}

		first = first === -1 ? last : first;
	}

	return 1 + last - first;
}
