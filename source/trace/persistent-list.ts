/**
 * An immutable list that shares parts with its successors. Changing or adding one item copies about 2 × √n references, so the cost of an event
 * does not grow with the length of the conversation.
 */
export type PersistentList<T> = {
	readonly length: number;
	readonly chunks: ReadonlyArray<readonly T[]>;
};

const chunkLength = 64;

export function emptyList<T>(): PersistentList<T> {
	return {length: 0, chunks: []};
}

export function itemAt<T>(list: PersistentList<T>, index: number): T | undefined {
	return list.chunks[Math.floor(index / chunkLength)]?.[index % chunkLength];
}

export function lastItem<T>(list: PersistentList<T>): T | undefined {
	return list.chunks.at(-1)?.at(-1);
}

/** Replaces the item at `index`, or appends one if `index` is the list's length. */
export function withItem<T>(list: PersistentList<T>, index: number, item: T): PersistentList<T> {
	const chunkIndex = Math.floor(index / chunkLength);
	const chunk = list.chunks[chunkIndex] ?? [];
	const isNew = index === list.length;
	const changed = isNew ? [...chunk, item] : chunk.with(index % chunkLength, item);
	const chunks =
		chunkIndex === list.chunks.length ? [...list.chunks, changed] : list.chunks.with(chunkIndex, changed);
	return {length: isNew ? list.length + 1 : list.length, chunks};
}

export function* itemsOf<T>(list: PersistentList<T>): Generator<T> {
	for (const chunk of list.chunks) {
		yield* chunk;
	}
}
