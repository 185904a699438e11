import type {TraceEvent} from '../../trace/trace-event.js';
import type {TraceFormat} from '../imports/capture-format.js';
import type {RecordingHeader} from '../recording-format.js';
import type {GrowingInput} from './growing-input.js';
import {createGrowingReader, type GrowingReader} from './growing-reader.js';

/** What is known of a growing source. `lastByteAt` is on the clock of `now`, `null` before the first byte. */
export type GrowingState = {
	readonly phase: 'waiting' | 'open' | 'ended';
	/** What it was recognised as; `null` until then. */
	readonly format: TraceFormat | null;
	/** Whether its events appear only when it has ended, because its format is not read line by line. */
	readonly isWhole: boolean;
	readonly header: RecordingHeader | null;
	readonly bytes: number;
	readonly reads: number;
	readonly lastByteAt: number | null;
	/** What is odd about it, the newest last. */
	readonly notes: readonly string[];
};

export const waitingState: GrowingState = {
	phase: 'waiting',
	format: null,
	isWhole: false,
	header: null,
	bytes: 0,
	reads: 0,
	lastByteAt: null,
	notes: [],
};

export type GrowOptions = {
	readonly input: GrowingInput;
	/** Milliseconds on the clock of events that have no times of their own. */
	readonly now: () => number;
	/** The wall clock, in milliseconds since 1970. */
	readonly wallClock: () => number;
	/** Takes the next event. The trace's clock shows its `at` at the time `arrivedAt` on the clock of `now`. */
	readonly emit: (event: TraceEvent, arrivedAt: number) => void;
	readonly onState: (state: GrowingState) => void;
};

/** In milliseconds: what a file already held when it was opened is older. */
const maxAge = 2000;

const oldWords = 'What the file already held has the time at which it was read here.';
const wholeWords = 'This format is read when it has ended. streamscope replay plays a file of it.';

/** How many notes are kept. */
const maxNotes = 20;

/** Reads a growing source to its end. Rejects with what the source throws. */
export async function growTrace({input, now, wallClock, emit, onState}: GrowOptions): Promise<void> {
	let state = waitingState;
	let last = {at: 0, exchange: 0};
	let arrivedAt = now();
	let readAt: number | null = null;
	const change = (changes: Partial<GrowingState>) => {
		state = {...state, ...changes};
		onState(state);
	};

	const note = (words: string) => change({notes: [...state.notes, words].slice(-maxNotes)});
	const open = (): GrowingReader =>
		createGrowingReader({
			now: () => readAt ?? now(),
			note,
			openedAt: last.exchange === 0 ? 0 : now(),
			offset: last,
			emit(event) {
				last = {at: Math.max(last.at, event.at), exchange: Math.max(last.exchange, event.exchange)};
				emit(event, arrivedAt);
			},
		});

	/** What a person may wonder about, each once. */
	const remarks = new Set<string>();
	const remark = (age: number) => {
		const {format, isWhole} = state;
		const isOld = age > maxAge && format !== null && format !== 'recording';
		for (const words of [...(isWhole ? [wholeWords] : []), ...(isOld ? [oldWords] : [])]) {
			if (!remarks.has(words)) {
				remarks.add(words);
				note(words);
			}
		}
	};

	let reader = open();
	for await (const piece of input) {
		if (piece.kind === 'bytes') {
			const age = Math.max(0, wallClock() - (piece.writtenAt ?? Number.POSITIVE_INFINITY));
			arrivedAt = piece.at ?? now() - age;
			readAt = piece.at ?? null;
			reader.read(piece.bytes);
			readAt = null;
			const {bytes, reads} = state;
			change({
				phase: 'open',
				bytes: bytes + piece.bytes.length,
				reads: reads + 1,
				lastByteAt: arrivedAt,
				format: reader.format(),
				isWhole: reader.isWhole(),
				header: reader.header() ?? state.header,
			});
			remark(age);
		} else if (piece.kind === 'restart') {
			await reader.end();
			note(piece.words);
			reader = open();
		} else {
			note(piece.words);
		}
	}

	arrivedAt = now();
	await reader.end();
	change({phase: 'ended', format: reader.format() ?? state.format});
}
