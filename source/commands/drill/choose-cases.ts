import {nearestName} from '../../text/nearest-name.js';
import {UsageError} from '../usage-error.js';

type Named = {readonly name: string};

/** The cases whose names hold one of the words, or all without words. Throws a `UsageError` for a word that is in none. */
export function chooseCases<Case extends Named>(
	cases: readonly Case[],
	words: readonly string[] | undefined,
): readonly Case[] {
	if (words?.length === 0) {
		throw new UsageError('--only names no case.', 'Name some, as in: --only cut,reset');
	}

	const missing = words?.find(word => !cases.some(({name}) => name.includes(word)));
	if (missing !== undefined) {
		throw unknownCase(missing, cases);
	}

	return words === undefined ? cases : cases.filter(({name}) => words.some(word => name.includes(word)));
}

export function unknownCase(word: string, cases: readonly Named[]): UsageError {
	const nearest = nearestName(
		word,
		cases.map(({name}) => name),
	);
	return new UsageError(
		`There is no case "${word}".`,
		nearest === null ? 'streamscope drill --list names the cases.' : `Did you mean ${nearest}?`,
	);
}
