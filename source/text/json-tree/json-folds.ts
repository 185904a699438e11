/**
 * What was folded and unfolded by hand, by JSON Pointer (RFC 6901), so that it lasts while the value grows. What is not in it is as it is
 * by itself: lists and objects are open, long strings are cut.
 */
export type JsonFolds = ReadonlyMap<string, 'folded' | 'unfolded'>;

export const noFolds: JsonFolds = new Map();

/** Folds what is open at the row's path and opens what is folded; a row that cannot be folded changes nothing. */
export function toggleFold(
	folds: JsonFolds,
	{
		path,
		isFoldable,
		isFolded,
	}: {readonly path: string; readonly isFoldable: boolean; readonly isFolded: boolean},
): JsonFolds {
	return isFoldable ? new Map(folds).set(path, isFolded ? 'unfolded' : 'folded') : folds;
}

/** The pointer of a member: `key` is the name in an object or the position in a list. */
export function memberPath(path: string, key: string): string {
	return `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
