/** What is counted of one event. `type` and `lane` are rows of the tables; `lane` is −1 outside a block. Times are in milliseconds. */
export type CountedEvent = {
	readonly type: number;
	readonly lane: number;
	readonly wait: number;
	readonly bytes: number;
	readonly characters: number;
	readonly isNewExchange: boolean;
	readonly isNewBlock: boolean;
	/** Whether a gap since earlier content of its exchange ends, and since that of its block. */
	readonly endsGap: boolean;
	readonly endsBlockGap: boolean;
};

export type TypeCount = {readonly count: number; readonly bytes: number; readonly time: number};

export type LaneCount = {
	readonly blocks: number;
	readonly events: number;
	readonly bytes: number;
	readonly characters: number;
	readonly gaps: number;
};

const noType: TypeCount = {count: 0, bytes: 0, time: 0};
const noLane: LaneCount = {blocks: 0, events: 0, bytes: 0, characters: 0, gaps: 0};

/** The sums over a prefix of events. */
export class Tally {
	exchanges = 0;
	gaps = 0;
	readonly #types: TypeCount[];
	readonly #lanes: LaneCount[];

	constructor(before: Tally | null = null) {
		this.exchanges = before?.exchanges ?? 0;
		this.gaps = before?.gaps ?? 0;
		// The counts themselves never change, so copies share them.
		this.#types = before === null ? [] : [...before.#types];
		this.#lanes = before === null ? [] : [...before.#lanes];
	}

	type(row: number): TypeCount {
		return this.#types[row] ?? noType;
	}

	lane(row: number): LaneCount {
		return this.#lanes[row] ?? noLane;
	}

	add(event: CountedEvent): void {
		const {type, lane, wait, bytes} = event;
		const {count, bytes: size, time} = this.type(type);
		this.#types[type] = {count: count + 1, bytes: size + bytes, time: time + wait};
		this.exchanges += event.isNewExchange ? 1 : 0;
		this.gaps += event.endsGap ? 1 : 0;
		if (lane >= 0) {
			const known = this.lane(lane);
			this.#lanes[lane] = {
				blocks: known.blocks + (event.isNewBlock ? 1 : 0),
				events: known.events + 1,
				bytes: known.bytes + bytes,
				characters: known.characters + event.characters,
				gaps: known.gaps + (event.endsBlockGap ? 1 : 0),
			};
		}
	}
}
