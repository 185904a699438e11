import {unlinkSync, writeSync} from 'node:fs';
import {describeFailure} from '../text/describe-failure.js';
import type {RequestEvent, TraceEvent} from '../trace/trace-event.js';
import {LineQueue} from './line-queue.js';
import {closeSessionFile, type OpenFile, openSessionFile, type RecorderTarget} from './open-session-file.js';
import {
	type RecordingHeader,
	type RecordingLine,
	recordingVersion,
	type SessionLine,
} from './recording-format.js';

/**
 * `movedFrom` is the requested file if another one is written, because a different process has it open or it already holds a recording. If
 * `ok` is false, the recording continues in memory: `waiting` lines are not on the disk, and `isEmpty` is true if none of the recording is.
 */
export type RecorderStatus =
	| {readonly ok: true; readonly path: string; readonly movedFrom: string | null}
	| {
			readonly ok: false;
			readonly path: string;
			readonly error: string;
			readonly waiting: number;
			readonly isEmpty: boolean;
	  };

export type RecorderOptions = {
	readonly target: RecorderTarget;
	readonly header: Pick<RecordingHeader, 'app' | 'mode' | 'title'>;
	/** The wall clock's time of `at` 0, or of the resume. */
	readonly startedAt: Date;
	/** The trace's clock, in milliseconds, as in the events' `at`. */
	readonly now: () => number;
	/** Secrets that must not reach the file: the credentials in use. */
	readonly secrets?: readonly string[];
	/** The earlier session. It is written together with the first new line, so that viewing a session neither changes its file nor creates another. */
	readonly past?: Past;
	/** For tests of failing disks. */
	readonly write?: (descriptor: number, bytes: Uint8Array) => number;
};

/**
 * `lines` are the first lines of a new file: those of a forked session, or of a resumed one whose own file is not available. `rest` are the
 * lines that its own file lacks: the end of an exchange during which the previous process was killed. `request` is the last request in its own
 * file, to which the next one may refer; it is left out for a file of format version 1.
 */
export type Past = {
	readonly lines: () => Iterable<RecordingLine>;
	readonly rest: readonly TraceEvent[];
	readonly request?: RequestEvent | null;
};

const nothing: Past = {lines: () => [], rest: []};

/** Milliseconds between two attempts to write to a full disk. */
const retryAfter = 1000;

export function openRecorder(options: RecorderOptions): Recorder {
	return new Recorder(options);
}

/**
 * Records a trace on disk, one line per event. Never throws: if the disk is full or the folder cannot be written, the status says so, the
 * lines wait in memory, and writing is tried again at most once a second. `close` tries a last time.
 *
 * A line is written before `append` returns. A synchronous write to the system's cache takes about 3 µs a line, less than handing it to
 * another thread, and written lines survive the end of the process, even by `kill -9`.
 */
export class Recorder {
	readonly #options: RecorderOptions;
	readonly #queue: LineQueue;
	readonly #listeners = new Set<(status: RecorderStatus) => void>();
	#file: OpenFile | null = null;
	#status: RecorderStatus;
	#failedAt: number | null = null;
	/** The time of the first new line. */
	#begunAt: number | null = null;
	#isEmpty = true;
	#isClosed = false;

	constructor(options: RecorderOptions) {
		const {target} = options;
		this.#options = options;
		this.#queue = new LineQueue(options.secrets ?? []);
		const path = target.kind === 'session' ? target.folder : target.path;
		this.#status = {ok: true, path, movedFrom: null};
		this.#flush();
	}

	get status(): RecorderStatus {
		return this.#status;
	}

	append(line: TraceEvent | SessionLine): void {
		this.#push(line);
	}

	/** Calls the listener when the status has changed. Returns an unsubscribe function. */
	onStatus(listener: (status: RecorderStatus) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/**
	 * Writes the waiting lines if possible, and releases the file. A new session without events leaves no file; the status then names the
	 * requested one.
	 */
	close(): RecorderStatus {
		if (this.#isClosed) {
			return this.#status;
		}

		this.#flush();
		this.#isClosed = true;
		try {
			this.#closeFile();
		} catch (error) {
			this.#fail(error);
		}

		return this.#status;
	}

	#closeFile(): void {
		if (this.#file === null) {
			return;
		}

		const {path, isNew, movedFrom} = this.#file;
		if (isNew && this.#begunAt === null && this.#options.target.kind !== 'file') {
			unlinkSync(path);
			this.#status = {ok: true, path: movedFrom ?? path, movedFrom: null};
		}

		closeSessionFile(this.#file);
	}

	#push(line: RecordingLine): void {
		if (this.#isClosed) {
			return;
		}

		const {now} = this.#options;
		if (this.#begunAt === null) {
			this.#begin(line);
		}

		this.#queue.push(line);
		if (this.#failedAt === null || now() - this.#failedAt >= retryAfter) {
			this.#flush();
		} else if (!this.#status.ok) {
			this.#setStatus({...this.#status, waiting: this.#queue.length});
		}
	}

	#begin(line: RecordingLine): void {
		const {past = nothing, now} = this.#options;
		this.#begunAt = [...past.rest, line].map(timeOf).find(at => at !== null) ?? now();
		// A file that is not open yet will start with it.
		for (const before of this.#file === null ? [] : this.#linesBefore(this.#file)) {
			this.#queue.push(before);
		}
	}

	/** The lines of a file before the first new line. */
	*#linesBefore({isNew}: OpenFile): Generator<RecordingLine> {
		const {target, startedAt, header, past = nothing} = this.#options;
		if (isNew) {
			yield* past.lines();
		}

		if (target.kind === 'resume') {
			const at = this.#begunAt ?? 0;
			yield {type: 'resume', at, app: header.app, resumedAt: startedAt.toISOString()};
			yield* isNew ? [] : past.rest;
		}
	}

	#flush(): void {
		const {write = writeSync} = this.#options;
		try {
			this.#file ??= this.#open();
			this.#isEmpty &&= this.#file.isNew;
			const {descriptor, path, movedFrom} = this.#file;
			this.#queue.flush(bytes => {
				const count = write(descriptor, bytes);
				this.#isEmpty &&= count === 0;
				return count;
			});
			this.#failedAt = null;
			this.#setStatus({ok: true, path, movedFrom});
		} catch (error) {
			this.#fail(error);
		}
	}

	#fail(error: unknown): void {
		this.#failedAt = this.#options.now();
		const path = this.#file?.path ?? this.#status.path;
		this.#setStatus({
			ok: false,
			path,
			error: describeFailure(error),
			waiting: this.#queue.length,
			isEmpty: this.#isEmpty,
		});
	}

	#open(): OpenFile {
		const {target, startedAt, header, past = nothing} = this.#options;
		const file = openSessionFile(target, startedAt);
		if (!file.isNew && past.request) {
			this.#queue.continueAfter(past.request);
		}

		if (file.isTorn) {
			this.#queue.endTornLine();
		}

		const opening = {...header, type: 'recording', version: recordingVersion} as const;
		this.#queue.prepend([
			...(file.isNew ? [{...opening, startedAt: startedAt.toISOString()}] : []),
			...(this.#begunAt === null ? [] : this.#linesBefore(file)),
		]);
		return file;
	}

	#setStatus(status: RecorderStatus): void {
		const before = this.#status;
		this.#status = status;
		if (status.ok && before.ok && status.path === before.path) {
			return;
		}

		for (const listener of this.#listeners) {
			listener(status);
		}
	}
}

function timeOf(line: RecordingLine): number | null {
	return 'at' in line && typeof line.at === 'number' ? line.at : null;
}
