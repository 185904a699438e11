/** Where a read ended inside an event: how many of its bytes had come, and when, on the clock of the trace. */
export type ReadCut = readonly [bytes: number, at: number];

/** Follows where the reads of a stream end inside its events. */
export type ReadCuts = {
	/** Takes a read before it is parsed. */
	read(bytes: Uint8Array, at: number): void;
	/** The cuts inside the next event that the read brings; empty for all but the first. */
	take(): readonly ReadCut[];
	/** The body has ended, perhaps inside an event. */
	end(): void;
};

/** The most that is kept of one event: a body that is no stream never ends one. */
const maxCuts = 10_000;

const lineFeed = 10;
const carriageReturn = 13;

export function createReadCuts(): ReadCuts {
	/** The cuts inside the event that has begun and not ended. */
	let begun: ReadCut[] = [];
	let ready: readonly ReadCut[] = [];
	/** The bytes of the event that has begun. */
	let length = 0;
	let isLineEmpty = true;
	return {
		read(bytes, at) {
			let end = -1;
			for (let place = 0; place < bytes.length; place++) {
				const byte = bytes[place];
				if (byte === lineFeed) {
					end = isLineEmpty ? place : end;
					isLineEmpty = true;
				} else if (byte !== carriageReturn) {
					isLineEmpty = false;
				}
			}

			ready = end < 0 ? [] : begun;
			begun = end < 0 ? begun : [];
			length = end < 0 ? length + bytes.length : bytes.length - end - 1;
			if (length > 0 && begun.length < maxCuts) {
				begun.push([length, at]);
			}
		},
		take() {
			const taken = ready;
			ready = [];
			return taken;
		},
		end() {
			ready = begun.slice(0, -1);
		},
	};
}
