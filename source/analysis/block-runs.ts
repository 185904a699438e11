import type {WireEvent} from '../messages/decode.js';

/** An event of a content block, and the block that it belongs to. */
export type BlockStep<Run> = {readonly step: 'start' | 'delta' | 'stop'; readonly run: Run};

/**
 * Which block ran when: the one place that says to which block an event belongs. An index that comes again is a new block, to which all that
 * follows belongs. What is kept of a block (`Run`) is up to the caller.
 */
export class BlockRuns<Run> {
	readonly #newest = new Map<number | null, Run>();

	/** The newest block of each index. */
	get newest(): Iterable<Run> {
		return this.#newest.values();
	}

	/** The block with an index that is to begin anew, if there was one. */
	before(event: WireEvent): Run | undefined {
		return this.#newest.get(event.index);
	}

	/** Takes the next event; `open` makes a new block. `null` where the event belongs to none that has begun. */
	follow(event: WireEvent, open: (type: string) => Run): BlockStep<Run> | null {
		switch (event.kind) {
			case 'content_block_start': {
				const run = open(event.blockType);
				this.#newest.set(event.index, run);
				return {step: 'start', run};
			}

			case 'content_block_delta':
			case 'content_block_stop': {
				const run = this.#newest.get(event.index);
				const step = event.kind === 'content_block_stop' ? 'stop' : 'delta';
				return run === undefined ? null : {step, run};
			}

			default: {
				return null;
			}
		}
	}
}
