import type {SseTraceEvent, TraceEvent} from '../trace/trace-event.js';
import {isObject, type JsonObject, parseJson} from '../wire/json.js';
import {checkRecordedEvent} from './check-recorded-event.js';
import type {PlacedLine, Recording, SkippedLines} from './recording.js';
import {headerOf, type RecordingHeader, recordingVersion} from './recording-format.js';
import {continuesIn, SharedConversation, sharingVersion} from './shared-conversation.js';

type Writable<T> = {-readonly [Key in keyof T]: T[Key]};

/** The number of stretches of unusable lines that are reported separately. */
const maxSkipped = 1000;

/** Collects the content of a recording, line by line. With `onEvent`, the events are handed over instead of kept. */
export class RecordingState {
	readonly #events: TraceEvent[] = [];
	readonly #onEvent: (event: TraceEvent) => void;
	#count = 0;
	readonly #others: PlacedLine[] = [];
	readonly #skipped: SkippedLines[] = [];
	readonly #headers: RecordingHeader[] = [];
	readonly #names = new Map<string, string>();
	readonly #conversation = new SharedConversation(2);
	/** The number of requests whose first messages are missing. */
	#lost = 0;
	#title: string | null = null;
	#last = {at: 0, exchange: 1};
	#highest = {at: 0, exchange: 0};
	/** The offset for the times and numbers of a second recording in the same file. */
	#offset = {at: 0, exchange: 0};

	constructor(onEvent?: (event: TraceEvent) => void) {
		this.#onEvent = onEvent ?? (event => this.#events.push(event));
	}

	/** The first header, `null` until there is one. */
	get header(): RecordingHeader | null {
		return this.#headers[0] ?? null;
	}

	/** `null` is a line that was too long to keep. */
	readLine(line: string | null, number: number): void {
		if (line === null) {
			this.skip(number, 'too long for a line of a recording');
			return;
		}

		const value = parseJson(line);
		if (isObject(value)) {
			this.#take(value, number);
		} else if (line.trim() !== '') {
			this.skip(number, value === undefined ? 'not JSON, or cut off' : 'JSON, but not an object');
		}
	}

	skip(line: number, reason: string): void {
		const before = this.#skipped.at(-1);
		if (before && this.#skipped.length === maxSkipped) {
			this.#skipped[this.#skipped.length - 1] = {...before, last: line, reason: 'and more like it'};
		} else if (before?.reason === reason && before.last === line - 1) {
			this.#skipped[this.#skipped.length - 1] = {...before, last: line};
		} else {
			this.#skipped.push({line, last: line, reason});
		}
	}

	recording(): Recording {
		return {
			header: this.header,
			title: this.#title,
			events: this.#events,
			others: this.#others,
			skipped: this.#skipped,
			notes: this.#notes(),
			lastAt: this.#highest.at,
		};
	}

	#take(line: JsonObject, number: number): void {
		const value = line.type === 'request' ? this.#withConversation(line) : line;
		const event = checkRecordedEvent(value, this.#last);
		if (event === null) {
			this.#takeOther(value, number);
		} else if ('rejected' in event) {
			this.skip(number, event.rejected);
		} else {
			this.#append(event);
		}
	}

	/** The line with all messages, if it refers to another. */
	#withConversation(line: JsonObject): JsonObject {
		const continues = continuesIn(line);
		const version = this.#headers.at(-1)?.version ?? sharingVersion;
		if (continues === null || version < sharingVersion) {
			this.#remember(line, line.body);
			return line;
		}

		const {continues: _, ...rest} = line;
		const body = this.#conversation.restore(continues, rest.body);
		if (body === null) {
			this.#lost++;
			return rest;
		}

		this.#remember(line, body);
		return {...rest, body};
	}

	#remember({exchange, attempt}: JsonObject, body: unknown): void {
		if (typeof exchange === 'number' && typeof attempt === 'number') {
			this.#conversation.remember({exchange, attempt}, body);
			if (this.#offset.exchange > 0) {
				// Lines of a resumed session have the numbers that its trace had, in which the recordings follow each other.
				this.#conversation.remember({exchange: exchange + this.#offset.exchange, attempt}, body);
			}
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
		this.#count++;
		this.#onEvent(placed.type === 'sse' ? this.#withOneName(placed) : placed);
	}

	/** A million events share a few names. Keeping each name once saves 30 MB. The event is fresh from the parser, so it may be changed. */
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
			this.#conversation.forget();
			this.#title = header.title ?? this.#title;
		} else if (typeof value.type === 'string') {
			this.#title = value.type === 'title' ? titleOf(value) : this.#title;
			this.#others.push({before: this.#count, line: {...value, type: value.type}});
		} else {
			this.skip(number, 'no type');
		}
	}

	#notes(): readonly string[] {
		const [header] = this.#headers;
		const notes: string[] = [];
		if (this.#count === 0) {
			notes.push('It has no events.');
		}

		if (this.#headers.length > 1) {
			notes.push(
				`It is ${this.#headers.length} recordings in one. Their times and exchanges follow each other.`,
			);
		}

		if (header === undefined) {
			notes.push('It has no header, so its start and the program that wrote it are unknown.');
		} else if (header.version > recordingVersion) {
			notes.push(
				`Its format is of version ${header.version}, newer than this program. The known parts were read.`,
			);
		}

		if (this.#lost > 0) {
			const requests = this.#lost === 1 ? 'one request' : `${this.#lost} requests`;
			notes.push(
				`The first messages of ${requests} are missing: an earlier line is damaged, or they are too many.`,
			);
		}

		return notes;
	}
}

function titleOf({title}: JsonObject): string | null {
	return typeof title === 'string' ? title : null;
}
