import type {WireEvent} from '../messages/decode.js';

/** An event of a content block, and its block. */
export type BlockStep<Run> = {readonly step: 'start' | 'delta' | 'stop'; readonly run: Run};

/**
 * Tracks which block was open when. This is the only code that decides to which block an event belongs. An index that is used again is a new
 * block, and later events belong to it. The caller decides what to keep of a block (`Run`).
 */
export class BlockRuns<Run> {
	readonly #newest = new Map<number | null, Run>();

	/** The newest block of each index. */
	get newest(): Iterable<Run> {
		return this.#newest.values();
	}

	/** The previous block with a reused index, if there was one. */
	before(event: WireEvent): Run | undefined {
		return this.#newest.get(event.index);
	}

	/** Takes the next event. `open` creates a new block. Returns `null` if the event does not belong to an open block. */
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
