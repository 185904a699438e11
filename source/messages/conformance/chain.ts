/** An immutable list that grows at its end in constant time and shares everything before it. */
export type Chain<T> = {readonly item: T; readonly before: Chain<T>} | null;

/** The items, from first to last. */
export function chainItems<T>(chain: Chain<T>): readonly T[] {
	const items: T[] = [];
	for (let link = chain; link !== null; link = link.before) {
		items.push(link.item);
	}

	return items.reverse();
}
