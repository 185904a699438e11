import {type GrowingState, growTrace, waitingState} from '../../source/recording/growing/grow-trace.js';
import type {GrowingPiece} from '../../source/recording/growing/growing-input.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';

/** What a growing source became. */
export type Grown = {readonly events: readonly TraceEvent[]; readonly state: GrowingState};

/** Reads pieces of text that arrive 10 ms apart, the first one at 10. */
export async function growPieces(pieces: ReadonlyArray<string | Uint8Array | GrowingPiece>): Promise<Grown> {
	let time = 0;
	const events: TraceEvent[] = [];
	let state = waitingState;
	const input = async function* (): AsyncGenerator<GrowingPiece> {
		for (const piece of pieces) {
			time += 10;
			yield typeof piece === 'string' || piece instanceof Uint8Array
				? {kind: 'bytes', bytes: typeof piece === 'string' ? Buffer.from(piece) : piece}
				: piece;
		}
	};
	await growTrace({
		input: input(),
		now: () => time,
		wallClock: () => time,
		emit: event => events.push(event),
		onState(next) {
			state = next;
		},
	});
	return {events, state};
}

/** The type of each event, with the name of a server-sent one and the outcome of an end. */
export function outlineOf({events}: Pick<Grown, 'events'>): readonly string[] {
	return events.map(event => {
		switch (event.type) {
			case 'sse': {
				return `${event.exchange} ${event.event ?? 'unnamed'}`;
			}

			case 'end': {
				return `${event.exchange} end ${event.outcome}`;
			}

			default: {
				return `${event.exchange} ${event.type}`;
			}
		}
	});
}
