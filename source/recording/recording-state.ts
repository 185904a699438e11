import type {SseTraceEvent, TraceEvent} from '../trace/trace-event.js';
import {isObject, type JsonObject, parseJson} from '../wire/json.js';
import {checkEvent} from './check-event.js';
import type {PlacedLine, Recording, SkippedLines} from './recording.js';
import {headerOf, type RecordingHeader, recordingVersion} from './recording-format.js';

type Writable<T> = {-readonly [Key in keyof T]: T[Key]};

/** How many stretches of useless lines are told apart. */
const maxSkipped = 1000;

/** Takes the lines of a recording one after the other and gathers what they hold. */
export class RecordingState {
	readonly #events: TraceEvent[] = [];
	readonly #others: PlacedLine[] = [];
	readonly #skipped: SkippedLines[] = [];
	readonly #headers: RecordingHeader[] = [];
	readonly #names = new Map<string, string>();
	#title: string | null = null;
	#last = {at: 0, exchange: 1};
	#highest = {at: 0, exchange: 0};
	/** What is added to the times and numbers of a second recording in the same file. */
	#offset = {at: 0, exchange: 0};

	/** `null` stands for a line that was too long to be kept. */
	readLine(line: string | null, number: number): void {
		if (line === null) {
			this.skip(number, 'too long to be a line of a recording');
			return;
		}

		const value = parseJson(line);
		if (isObject(value)) {
			this.#take(value, number);
		} else if (line.trim() !== '') {
			this.skip(number, value === undefined ? 'not JSON, or cut off' : 'JSON, but no object');
		}
	}

	skip(line: number, reason: string): void {
		const before = this.#skipped.at(-1);
		if (before && this.#skipped.length === maxSkipped) {
			this.#skipped[this.#skipped.length - 1] = {...before, last: line, reason: 'and more of the kind'};
		} else if (before?.reason === reason && before.last === line - 1) {
			this.#skipped[this.#skipped.length - 1] = {...before, last: line};
		} else {
			this.#skipped.push({line, last: line, reason});
		}
	}

	recording(): Recording {
		return {
			header: this.#headers[0] ?? null,
			title: this.#title,
			events: this.#events,
			others: this.#others,
			skipped: this.#skipped,
			notes: this.#notes(),
			lastAt: this.#highest.at,
		};
	}

	#take(value: JsonObject, number: number): void {
		const event = checkEvent(value, this.#last);
		if (event === null) {
			this.#takeOther(value, number);
		} else if ('rejected' in event) {
			this.skip(number, event.rejected);
		} else {
			this.#append(event);
		}
	}

	#append(event: TraceEvent): void {
		this.#last = {at: event.at, exchange: event.exchange};
		const at = event.at + this.#offset.at;
		const exchange = event.exchange + this.#offset.exchange;
		this.#highest = {
			at: Math.max(this.#highest.at, at),
			exchange: Math.max(this.#highest.exchange, exchange),
		};
		const placed = this.#headers.length > 1 ? {...event, at, exchange} : event;
		this.#events.push(placed.type === 'sse' ? this.#withOneName(placed) : placed);
	}

	/** A million events have a few names: kept once, they take 30 MB less. The event is this reader's own, fresh from the parser. */
	#withOneName(event: Writable<SseTraceEvent>): TraceEvent {
		const {event: name} = event;
		if (name !== null) {
			const known = this.#names.get(name);
			if (known === undefined) {
				this.#names.set(name, name);
			} else {
				event.event = known;
			}
		}

		return event;
	}

	#takeOther(value: JsonObject, number: number): void {
		const header = headerOf(value);
		if (header !== null) {
			this.#headers.push(header);
			this.#offset = this.#headers.length > 1 ? this.#highest : this.#offset;
			this.#last = {at: 0, exchange: 1};
			this.#title = header.title ?? this.#title;
		} else if (typeof value.type === 'string') {
			this.#title = value.type === 'title' ? titleOf(value) : this.#title;
			this.#others.push({before: this.#events.length, line: {...value, type: value.type}});
		} else {
			this.skip(number, 'no type');
		}
	}

	#notes(): readonly string[] {
		const [header] = this.#headers;
		const notes: string[] = [];
		if (this.#events.length === 0) {
			notes.push('It holds no events.');
		}

		if (this.#headers.length > 1) {
			notes.push(
				`It is ${this.#headers.length} recordings in one: their times and exchanges were put one after the other.`,
			);
		}

		if (header === undefined) {
			notes.push('It has no header: when it began and what wrote it is not known.');
		} else if (header.version > recordingVersion) {
			notes.push(
				`Its format is of version ${header.version}, newer than this program; what is known of it was read.`,
			);
		}

		return notes;
	}
}

function titleOf({title}: JsonObject): string | null {
	return typeof title === 'string' ? title : null;
}
