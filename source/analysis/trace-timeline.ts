import type {WireEvent} from '../messages/decode.js';
import {blockVocabulary} from '../messages/vocabulary/blocks.js';
import {type TrackKind, trackKinds} from '../messages/vocabulary/track.js';
import type {SseTraceEvent, TraceEvent} from '../trace/trace-event.js';
import {arrived} from './arrived.js';
import {BlockRuns} from './block-runs.js';
import {pauseBefore} from './pauses.js';

/** Spans of time: when each began, and when each ended. */
export type Spans = {readonly starts: number[]; readonly stops: number[]};

/** The blocks of a kind, and the times of their deltas. */
export type TrackTimes = Spans & {readonly deltas: number[]};

/** A block of a kind, and whether it is still open. */
type Run = {readonly track: TrackKind | null; isOpen: boolean};

/** What is shown of the wire besides content. An `edge` is a request or an end. */
export type MarkKind = 'error' | 'edge' | 'unknown' | 'body' | 'ping';

/**
 * When everything in a trace happened, in playback time, which leaves out the minutes in which a user typed. All times are milliseconds from
 * the first event, in ascending order. Grows with the trace, and reads each event once. Drawings search it, so a long trace costs no more to
 * draw than a short one.
 */
export class TraceTimeline {
	readonly idleLimit: number;
	/** One for each event of the trace. */
	readonly times: number[] = [];
	readonly tracks: Readonly<Record<TrackKind, TrackTimes>> = {
		thinking: {starts: [], stops: [], deltas: []},
		text: {starts: [], stops: [], deltas: []},
		tools: {starts: [], stops: [], deltas: []},
		context: {starts: [], stops: [], deltas: []},
	};
	readonly exchanges: Spans = {starts: [], stops: []};
	readonly marks: Readonly<Record<MarkKind, number[]>> = {
		error: [],
		edge: [],
		unknown: [],
		body: [],
		ping: [],
	};
	readonly #runs = new BlockRuns<Run>();

	/** `idleLimit` is the longest pause that playback waits out, in milliseconds. */
	constructor(idleLimit: number) {
		this.idleLimit = idleLimit;
	}

	/** The playback time of the whole trace. */
	get total(): number {
		return this.times.at(-1) ?? 0;
	}

	/** The kinds of content so far. */
	get kinds(): readonly TrackKind[] {
		return trackKinds.filter(kind => this.tracks[kind].starts.length + this.tracks[kind].deltas.length > 0);
	}

	extend(events: readonly TraceEvent[]): void {
		for (let position = this.times.length; position < events.length; position++) {
			const event = events[position];
			if (event !== undefined) {
				this.#add(event, events, position);
			}
		}
	}

	#add(event: TraceEvent, events: readonly TraceEvent[], position: number): void {
		const before = this.total;
		// Without any pause, the order would not be visible.
		const time = before + pauseBefore(events, position, Math.max(1, this.idleLimit));
		if (event.exchange !== events[position - 1]?.exchange) {
			if (position > 0) {
				this.exchanges.stops.push(before);
			}

			this.#stopBlocks(before);
			this.exchanges.starts.push(time);
		}

		this.times.push(time);
		if (event.type === 'sse') {
			this.#addSse(event, time);
		} else {
			this.#addTraceEvent(event, time);
		}
	}

	#addTraceEvent(event: Exclude<TraceEvent, SseTraceEvent>, time: number): void {
		switch (event.type) {
			case 'request':
			case 'end': {
				this.#stopBlocks(time);
				const isFailed = event.type === 'end' && event.outcome === 'failed';
				this.marks[isFailed ? 'error' : 'edge'].push(time);
				return;
			}

			case 'response': {
				if (event.status >= 400) {
					this.marks.error.push(time);
				}

				return;
			}

			case 'body': {
				this.marks.body.push(time);
				return;
			}

			case 'altered': {
				// What the server sent has its own marks.
				return;
			}

			default: {
				this.marks.unknown.push(time);
			}
		}
	}

	#addSse(event: SseTraceEvent, time: number): void {
		const decoded = arrived(event);
		if (decoded === null || decoded.vocabulary.mark !== null) {
			this.marks[decoded?.vocabulary.mark ?? 'unknown'].push(time);
		} else {
			this.#addContent(decoded, time);
		}
	}

	#addContent(event: WireEvent, time: number): void {
		const before = event.kind === 'content_block_start' ? this.#runs.before(event) : undefined;
		if (before !== undefined) {
			this.#stop(before, time);
		}

		const found = this.#runs.follow(event, type => ({track: blockVocabulary(type).track, isOpen: true}));
		if (found?.step === 'stop') {
			this.#stop(found.run, time);
		} else if (event.kind === 'content_block_start' || event.kind === 'content_block_delta') {
			const {track} = event.known;
			const times = track === null ? null : this.tracks[track];
			const list = event.kind === 'content_block_start' ? times?.starts : times?.deltas;
			(list ?? this.marks.unknown).push(time);
		}
	}

	#stop(run: Run, time: number): void {
		if (run.isOpen && run.track !== null) {
			this.tracks[run.track].stops.push(time);
		}

		run.isOpen = false;
	}

	/** A block that was cut off does not stay open. */
	#stopBlocks(time: number): void {
		for (const run of this.#runs.newest) {
			this.#stop(run, time);
		}
	}
}
