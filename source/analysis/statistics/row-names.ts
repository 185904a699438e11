/** A row of the table of blocks: one block, or all blocks of a type. `index` is `null` for several, and where the wire gave none. */
export type BlockLane = {readonly index: number | null; readonly type: string};

/** A hostile stream invents names and blocks. Those beyond these share one row. */
const maxTypes = 100;
const maxLanes = 500;

/** The types of events, each with the number of its row. */
export class TypeNames {
	readonly all: string[] = [];
	readonly #rows = new Map<string, number>();

	rowOf(name: string): number {
		const known = this.#rows.get(name);
		if (known !== undefined) {
			return known;
		}

		const kept = this.all.length < maxTypes ? name : '(other types)';
		const row = this.#rows.get(kept) ?? this.all.push(kept) - 1;
		this.#rows.set(kept, row);
		return row;
	}
}

/** The rows of blocks: one for each block of an exchange, or one for each type of all exchanges. */
export class LaneNames {
	readonly all: BlockLane[] = [];
	readonly #isByBlock: boolean;
	readonly #rows = new Map<string, number>();
	#others: number | null = null;

	constructor(isByBlock: boolean) {
		this.#isByBlock = isByBlock;
	}

	/** The row of a block that opens. */
	open(index: number | null, type: string): number {
		const known = this.#isByBlock ? undefined : this.#rows.get(type);
		if (known !== undefined) {
			return known;
		}

		if (this.all.length >= maxLanes) {
			this.#others ??= this.all.push({index: null, type: '(other blocks)'}) - 1;
			return this.#others;
		}

		const row = this.all.push(this.#isByBlock ? {index, type} : {index: null, type}) - 1;
		this.#rows.set(type, row);
		return row;
	}
}
