import {emptyView, foldEvent, type TraceView} from './fold-trace.js';
import type {TraceEvent} from './trace-event.js';

/** The number of events between two views that are kept for stepping back. Views share their parts, so each costs little. */
const checkpointDistance = 256;

/** The append-only list of trace events, folded as it grows. Nothing in it is ever changed or removed. */
export class Trace {
	readonly #events: TraceEvent[] = [];
	readonly #checkpoints: TraceView[] = [emptyView];
	readonly #listeners = new Set<() => void>();
	#view: TraceView = emptyView;
	/** The view returned last. During playback each request is for a slightly longer prefix. */
	#near: TraceView = emptyView;

	/** `events` are the initial events, such as those of a recording. */
	constructor(events: Iterable<TraceEvent> = []) {
		for (const event of events) {
			this.append(event);
		}
	}

	get length(): number {
		return this.#events.length;
	}

	/** The events so far. The array grows with the trace, but its items never change. */
	get events(): readonly TraceEvent[] {
		return this.#events;
	}

	/** The view of the whole trace. */
	get view(): TraceView {
		return this.#view;
	}

	at(position: number): TraceEvent | undefined {
		return this.#events[position];
	}

	append(event: TraceEvent): void {
		this.#events.push(event);
		this.#view = foldEvent(this.#view, event);
		if (this.#events.length % checkpointDistance === 0) {
			this.#checkpoints.push(this.#view);
		}

		for (const listener of this.#listeners) {
			listener();
		}
	}

	/** The view of the first `length` events. It starts from the nearest kept view, so at most 256 events are folded again. */
	viewAt(length: number): TraceView {
		if (length >= this.#events.length) {
			return this.#view;
		}

		const checkpoint = this.#checkpoints[Math.floor(length / checkpointDistance)] ?? emptyView;
		const isNear = this.#near.length > checkpoint.length && this.#near.length <= length;
		let view = isNear ? this.#near : checkpoint;
		for (const event of this.#events.slice(view.length, length)) {
			view = foldEvent(view, event);
		}

		this.#near = view;
		return view;
	}

	/** Calls the listener after each event. Returns an unsubscribe function. */
	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}
