import type {EventText, PlannedResponse} from '../planned-response.js';
import type {StreamEvent} from '../stream-event.js';

/** What the number of a fault counts. `none`: it takes no number. */
export type FaultUnit = 'none' | 'count' | 'time';

/** What a fault knows about the stream. */
export type FaultScene = {
	/** The number behind `=`: a count, or milliseconds. */
	readonly value: number;
	readonly requestId: string;
};

/** An answer in place of the message. */
export type FaultRefusal = {
	readonly status: number;
	readonly contentType: string;
	readonly body: string;
	/** In seconds, at speed 1. */
	readonly retryAfter?: number;
};

/** How a fault of the events breaks an answer that is not streamed. */
export type WholeFault = 'error' | 'malformed';

type Change<T> = (value: T, scene: FaultScene) => T;

/**
 * One way in which a server or what stands before it breaks a stream. It changes one stage: the events, the texts of the events, the bytes with
 * their times, or it answers `occurrence` (the n-th equal request, from 1) with something else. A fault of the bytes also breaks an answer
 * that is not streamed.
 */
export type FaultRule = {
	readonly name: string;
	readonly unit: FaultUnit;
	/** The number if none is given. */
	readonly usual: number;
	/** What it does, for the list of faults. `N` stands for the number. */
	readonly summary: string;
} & (
	| {
			readonly stage: 'events';
			readonly change: Change<readonly StreamEvent[]>;
			/** What it makes of an answer that is not streamed: an error's status, JSON that breaks off, or nothing. */
			readonly whole: WholeFault | null;
	  }
	| {readonly stage: 'texts'; readonly change: Change<readonly EventText[]>}
	| {readonly stage: 'bytes'; readonly change: Change<PlannedResponse>}
	| {
			readonly stage: 'refusal';
			readonly refuse: (occurrence: number, scene: FaultScene) => FaultRefusal | null;
	  }
);

/** A fault with its number: what `cut-after=12` means. */
export type ChosenFault = {readonly rule: FaultRule; readonly value: number};
