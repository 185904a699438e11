/**
 * What the user has folded and unfolded, by JSON Pointer (RFC 6901), so that it survives while the value grows. Anything else has its default:
 * lists and objects are open, long strings are cut.
 */
export type JsonFolds = ReadonlyMap<string, 'folded' | 'unfolded'>;

export const noFolds: JsonFolds = new Map();

/** Folds an open row and opens a folded one. A row that cannot be folded changes nothing. */
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

/** The pointer of a member. `key` is its name in an object or its index in a list. */
export function memberPath(path: string, key: string): string {
	return `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
