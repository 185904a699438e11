import {type CountedEvent, Tally} from './tally.js';

/** One in so many sums is kept, so that those of any prefix are near. */
const stride = 4096;

/** The facts that are true or false, as bits. */
const bits = {isNewExchange: 1, isNewBlock: 2, endsGap: 4, endsBlockGap: 8} as const;

/** What was counted of each event, a number a column, which takes a tenth of the memory of objects; and the sums over any prefix. */
export class CountedEvents {
	/** The bytes and characters up to each event, and with it. */
	readonly bytes: number[] = [];
	readonly characters: number[] = [];
	readonly #types: number[] = [];
	readonly #lanes: number[] = [];
	readonly #waits: number[] = [];
	readonly #facts: number[] = [];
	readonly #sums: Tally[] = [];
	readonly #sum = new Tally();

	get length(): number {
		return this.#types.length;
	}

	push(event: CountedEvent): void {
		if (this.length % stride === 0) {
			this.#sums.push(new Tally(this.#sum));
		}

		this.#sum.add(event);
		this.bytes.push((this.bytes.at(-1) ?? 0) + event.bytes);
		this.characters.push((this.characters.at(-1) ?? 0) + event.characters);
		this.#types.push(event.type);
		this.#lanes.push(event.lane);
		this.#waits.push(event.wait);
		this.#facts.push(
			(event.isNewExchange ? bits.isNewExchange : 0) |
				(event.isNewBlock ? bits.isNewBlock : 0) |
				(event.endsGap ? bits.endsGap : 0) |
				(event.endsBlockGap ? bits.endsBlockGap : 0),
		);
	}

	/** The sums over the first `count` events. */
	sum(count: number): Tally {
		const kept = Math.floor(count / stride);
		const sum = new Tally(this.#sums[kept]);
		for (let index = kept * stride; index < count; index++) {
			sum.add(this.#at(index));
		}

		return sum;
	}

	#at(index: number): CountedEvent {
		const facts = this.#facts[index] ?? 0;
		return {
			type: this.#types[index] ?? 0,
			lane: this.#lanes[index] ?? -1,
			wait: this.#waits[index] ?? 0,
			bytes: (this.bytes[index] ?? 0) - (this.bytes[index - 1] ?? 0),
			characters: (this.characters[index] ?? 0) - (this.characters[index - 1] ?? 0),
			isNewExchange: (facts & bits.isNewExchange) !== 0,
			isNewBlock: (facts & bits.isNewBlock) !== 0,
			endsGap: (facts & bits.endsGap) !== 0,
			endsBlockGap: (facts & bits.endsBlockGap) !== 0,
		};
	}
}
