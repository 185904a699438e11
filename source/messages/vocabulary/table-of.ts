/** Builds a table by name. A Map, because an object would inherit words such as `constructor` that a server may send. */
export function tableOf<Entry extends {readonly name: string}>(
	entries: readonly Entry[],
): ReadonlyMap<string, Entry> {
	return new Map(entries.map(entry => [entry.name, entry]));
}
