import {decode} from '../../messages/decode.js';
import {isContent} from '../../messages/vocabulary/piece.js';
import type {SseTraceEvent, TraceEvent} from '../../trace/trace-event.js';
import {utf8Length} from '../../wire/utf8-length.js';
import {BlockRuns} from '../block-runs.js';
import {firstFrom} from '../first-from.js';
import {CountedEvents} from './counted-events.js';
import {GapList} from './gap-list.js';
import {LaneNames, TypeNames} from './row-names.js';

/** A block that was opened: its lane, and when its last content came. */
type Run = {readonly lane: number; content: number | null};

/** An exchange: when its last event came, and its last content. */
type Running = {readonly blocks: BlockRuns<Run>; last: number; content: number | null};

/** What a server-sent event brings, and to which block. */
type Brought = {
	readonly name: string;
	readonly run: Run | null;
	readonly isNewBlock: boolean;
	readonly characters: number;
};

/**
 * What statistics need of each event. Grows with the trace and reads each event once. The statistics of any prefix then cost about the same
 * after a million events.
 */
export class StatisticsIndex {
	/** The exchange that is counted; `null` for all of them. */
	readonly exchange: number | null;
	readonly counted = new CountedEvents();
	/** The time that the exchanges took up to each event, in milliseconds, without what lies between them. */
	readonly busy: number[] = [];
	/** The gaps between the content of an exchange, and, for each lane, those within its blocks. */
	readonly gaps = new GapList();
	readonly laneGaps: GapList[] = [];
	readonly types = new TypeNames();
	readonly lanes: LaneNames;
	readonly #positions: number[] = [];
	readonly #running = new Map<number, Running>();
	#busyUntil = Number.NEGATIVE_INFINITY;
	#seen: number;

	/** `first` is the position of the first event that may count. */
	constructor(exchange: number | null, first = 0) {
		this.exchange = exchange;
		this.lanes = new LaneNames(exchange !== null);
		this.#seen = first;
	}

	/** The number of events of the trace that were read. */
	get seen(): number {
		return this.#seen;
	}

	/** Reads at most `limit` more events of the trace, up to `until`. */
	extend(events: readonly TraceEvent[], until = events.length, limit = Number.POSITIVE_INFINITY): void {
		const end = Math.min(until, events.length, this.#seen + limit);
		for (; this.#seen < end; this.#seen++) {
			const event = events[this.#seen];
			if (event !== undefined && (this.exchange === null || event.exchange === this.exchange)) {
				this.#add(event, this.#seen);
			}
		}
	}

	/** How many of the counted events are among the first `length` of the trace. */
	count(length: number): number {
		return firstFrom(this.#positions.length, index => (this.#positions[index] ?? length) - length);
	}

	#add(event: TraceEvent, position: number): void {
		const {at} = event;
		const before = this.#running.get(event.exchange);
		const running = before ?? {blocks: new BlockRuns<Run>(), last: at, content: null};
		this.#running.set(event.exchange, running);
		const {name, run, isNewBlock, characters} =
			event.type === 'sse' ? this.#read(event, running) : outsideOf(event.type);
		const endsGap = characters > 0 && running.content !== null;
		const endsBlockGap = characters > 0 && run !== null && run.content !== null;
		// In a hand-made file, time may run backwards.
		if (endsGap) {
			this.gaps.push(Math.max(0, at - (running.content ?? at)));
		}

		if (endsBlockGap) {
			this.#gapsOf(run.lane).push(Math.max(0, at - (run.content ?? at)));
		}

		this.#positions.push(position);
		this.counted.push({
			type: this.types.rowOf(name),
			lane: run?.lane ?? -1,
			wait: Math.max(0, at - running.last),
			bytes: event.type === 'sse' || event.type === 'body' ? utf8Length(event.data) : 0,
			characters,
			isNewExchange: before === undefined,
			isNewBlock,
			endsGap,
			endsBlockGap,
		});
		this.#spend(at, running.last, before === undefined);
		running.last = at;
		if (characters > 0) {
			running.content = at;
			if (run !== null) {
				run.content = at;
			}
		}
	}

	/** An exchange is taken to last from each of its events to the next one. Where several overlap, time counts once. */
	#spend(at: number, since: number, isFirst: boolean): void {
		const before = this.busy.at(-1) ?? 0;
		this.busy.push(before + (isFirst ? 0 : Math.max(0, at - Math.max(since, this.#busyUntil))));
		this.#busyUntil = isFirst ? this.#busyUntil : Math.max(this.#busyUntil, at);
	}

	#read(event: SseTraceEvent, {blocks}: Running): Brought {
		const decoded = decode(event);
		const {kind, piece, index} = decoded;
		const delta = kind === 'content_block_delta' ? decoded.deltaType : '';
		const name = delta || event.event || decoded.type || '(no name)';
		// Clients do not see an event that was cut off.
		if (event.unterminated) {
			return {name, run: null, isNewBlock: false, characters: 0};
		}

		const found = blocks.follow(decoded, type => ({lane: this.lanes.open(index, type), content: null}));
		return {
			name,
			run: found?.run ?? null,
			isNewBlock: found?.step === 'start',
			characters: isContent(piece) ? piece.text.length : 0,
		};
	}

	#gapsOf(lane: number): GapList {
		const gaps = this.laneGaps[lane] ?? new GapList();
		this.laneGaps[lane] = gaps;
		return gaps;
	}
}

function outsideOf(name: string): Brought {
	return {name, run: null, isNewBlock: false, characters: 0};
}
