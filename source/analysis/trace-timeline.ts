import {contentDelta} from '../messages/content-delta.js';
import type {SseTraceEvent, TraceEvent} from '../trace/trace-event.js';
import {isObject, type JsonObject, objectAt, parseJson, stringAt} from '../wire/json.js';
import {pauseBefore} from './pauses.js';

/** The kinds of content that have a track of their own, in the tracks' order. */
export const trackKinds = ['thinking', 'text', 'tools'] as const;
export type TrackKind = (typeof trackKinds)[number];

/** Things that last: when each of them began, and when one was over. */
export type Spans = {readonly starts: number[]; readonly stops: number[]};

/** The blocks of a kind, and when something of them came. */
export type TrackTimes = Spans & {readonly deltas: number[]};

/** What is shown of the wire besides content. An `edge` is a request or an end. */
export type MarkKind = 'error' | 'edge' | 'unknown' | 'body' | 'ping';

/**
 * When everything of a trace came, in the time that playing takes: nobody waits out the minutes in which somebody typed. All times are
 * milliseconds from the first event, in ascending order. Grows with the trace, each event is looked at once; what is drawn of it is
 * found by searching, so that a long trace costs no more to draw than a short one.
 */
export class TraceTimeline {
	readonly idleLimit: number;
	/** One for each event of the trace. */
	readonly times: number[] = [];
	readonly tracks: Readonly<Record<TrackKind, TrackTimes>> = {
		thinking: {starts: [], stops: [], deltas: []},
		text: {starts: [], stops: [], deltas: []},
		tools: {starts: [], stops: [], deltas: []},
	};
	readonly exchanges: Spans = {starts: [], stops: []};
	readonly marks: Readonly<Record<MarkKind, number[]>> = {
		error: [],
		edge: [],
		unknown: [],
		body: [],
		ping: [],
	};
	/** The blocks that have not stopped, by their index. */
	readonly #open = new Map<number, TrackKind>();

	/** `idleLimit` is the longest pause that playing waits out, in milliseconds. */
	constructor(idleLimit: number) {
		this.idleLimit = idleLimit;
	}

	/** How long the whole trace plays. */
	get total(): number {
		return this.times.at(-1) ?? 0;
	}

	/** The kinds of content that have come. */
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
		// Without any pause there would be no order to see.
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

			default: {
				this.marks.unknown.push(time);
			}
		}
	}

	#addSse(event: SseTraceEvent, time: number): void {
		const payload = parseJson(event.data);
		if (event.event === 'ping' || event.event === 'error') {
			this.marks[event.event].push(time);
		} else if (isObject(payload)) {
			this.#addPayload(payload, time);
		} else {
			this.marks.unknown.push(time);
		}
	}

	#addPayload(payload: JsonObject, time: number): void {
		const index = typeof payload.index === 'number' ? payload.index : -1;
		switch (payload.type) {
			case 'content_block_start': {
				this.#stopBlock(index, time);
				this.#startBlock(index, trackOfBlock(stringAt(objectAt(payload, 'content_block'), 'type')), time);
				return;
			}

			case 'content_block_delta': {
				const kind = trackOfDelta(payload);
				(kind === null ? this.marks.unknown : this.tracks[kind].deltas).push(time);
				return;
			}

			case 'content_block_stop': {
				this.#stopBlock(index, time);
				return;
			}

			case 'message_start':
			case 'message_delta':
			case 'message_stop': {
				return;
			}

			default: {
				this.marks[payload.type === 'ping' ? 'ping' : 'unknown'].push(time);
			}
		}
	}

	#startBlock(index: number, kind: TrackKind | null, time: number): void {
		if (kind === null) {
			this.marks.unknown.push(time);
		} else {
			this.tracks[kind].starts.push(time);
			this.#open.set(index, kind);
		}
	}

	#stopBlock(index: number, time: number): void {
		const kind = this.#open.get(index);
		if (kind !== undefined) {
			this.tracks[kind].stops.push(time);
			this.#open.delete(index);
		}
	}

	/** What was cut off is not open for ever. */
	#stopBlocks(time: number): void {
		for (const index of this.#open.keys()) {
			this.#stopBlock(index, time);
		}
	}
}

function trackOfBlock(type: string): TrackKind | null {
	if (type.endsWith('thinking')) {
		return 'thinking';
	}

	return type === 'text' ? 'text' : type.includes('tool_') ? 'tools' : null;
}

const tracksOfDeltas = {
	text: 'text',
	citation: 'text',
	thinking: 'thinking',
	signature: 'thinking',
	json: 'tools',
	other: null,
} as const;

function trackOfDelta(payload: JsonObject): TrackKind | null {
	return tracksOfDeltas[contentDelta(payload)?.kind ?? 'other'];
}
