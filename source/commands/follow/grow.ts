import {type GrowingState, growTrace, waitingState} from '../../recording/growing/grow-trace.js';
import type {GrowingInput} from '../../recording/growing/growing-input.js';
import {describeFailure, isSystemError} from '../../text/describe-failure.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import {Trace} from '../../trace/trace.js';
import type {EndEvent, TraceEvent} from '../../trace/trace-event.js';
import {createStore, type Store} from '../../ui/screen/store.js';

/** A trace that grows while a source is read. */
export type Growth = {
	readonly trace: Trace;
	readonly source: Store<GrowingState & {readonly isOpen: boolean}>;
	/** Milliseconds on the trace's clock, which runs on from its last event. */
	readonly now: () => number;
	/** Resolves when the source has ended. */
	readonly ended: Promise<void>;
};

/**
 * Begins to read a source into a trace, at once, so that the times are those of the arrivals and not of a busy screen. `now` is in milliseconds
 * since the program began. Never rejects: a source that can no longer be read has ended, and a note says why.
 */
export function grow(input: GrowingInput, now: () => number = () => performance.now()): Growth {
	const trace = new Trace();
	const source = createStore<GrowingState & {readonly isOpen: boolean}>({...waitingState, isOpen: true});
	let offset = 0;
	let settled: Promise<unknown> = Promise.resolve();
	const settle = async (end: EndEvent) => {
		const {endForSdk} = await import('../settle-ends.js');
		trace.append(await endForSdk(end, trace.events));
	};

	const emit = (event: TraceEvent, arrivedAt: number) => {
		offset = event.at - arrivedAt;
		// A recording knows how its exchanges ended. Of anything else it is inferred, and the SDK may disagree.
		if (event.type === 'end' && event.outcome === 'complete' && isInferred(source.state, event, trace)) {
			settled = settled.then(() => settle(event));
		} else {
			trace.append(event);
		}
	};

	const read = async () => {
		try {
			await growTrace({
				input,
				now,
				wallClock: () => Date.now(),
				emit,
				onState: state => source.update(before => ({...before, ...state})),
			});
		} catch (error) {
			const why = isSystemError(error) ? describeFailure(error, 'read') : String(error);
			source.update(before => ({
				...before,
				notes: [...before.notes, `The source can no longer be read: ${why}.`],
			}));
		}

		await settled;
		source.update(before => ({...before, phase: 'ended', isOpen: false}));
	};

	return {trace, source, now: () => now() + offset, ended: read()};
}

function isInferred({format}: GrowingState, {exchange}: EndEvent, trace: Trace): boolean {
	return format !== 'recording' && exchangeIn(trace.view, exchange)?.foreign === null;
}
