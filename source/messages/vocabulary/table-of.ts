/** A table by name. A Map, not an object: a word of the server such as `constructor` is in no Map by itself. */
export function tableOf<Entry extends {readonly name: string}>(
	entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
	return new Map(entries.map(entry => [entry.name, entry]));
}
