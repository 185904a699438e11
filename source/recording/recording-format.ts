import type {TraceEvent} from '../trace/trace-event.js';
import {isObject, printJson} from '../wire/json.js';
import {withoutSecrets} from '../wire/without-secrets.js';
import {withoutTokens} from '../wire/without-tokens.js';

// A recording is NDJSON: a header line, then one line per trace event. Lines of an unknown type are kept.

/**
 * The format version that is written. A reader accepts newer versions as far as it knows them. Version 2 brought `continues`, see
 * `shared-conversation.ts`.
 */
export const recordingVersion = 2;

/** The first line. `startedAt` is the wall clock's time of `at` 0; `mode` is `live`, `demo` or `import`. */
export type RecordingHeader = {
	readonly type: 'recording';
	readonly version: number;
	readonly app: string;
	readonly startedAt: string;
	readonly mode: string;
	readonly title: string | null;
	/** Stands in a recording of a capture that held no times: they were made up. */
	readonly pacing?: 'synthetic';
};

/** A new title for the session. The last one counts. */
export type TitleLine = {
	readonly type: 'title';
	readonly title: string | null;
};

/**
 * Another process resumed the session. Its clock continues from the last `at`, so the time in between does not count. `resumedAt` is the
 * wall clock's time of this line.
 */
export type ResumeLine = {
	readonly type: 'resume';
	readonly at: number;
	readonly app: string;
	readonly resumedAt: string;
};

/**
 * The settings of the next request, if they differ from the last one's. `body` is a request's body without its messages. The last line of
 * this kind or the last request counts, whichever is later.
 */
export type SettingsLine = {
	readonly type: 'settings';
	readonly body: unknown;
	/** The betas that it turns on, where there are any. */
	readonly betas?: readonly string[];
};

/** The conversation was cleared. The next request includes nothing from before this line. The last one counts. */
export type ClearLine = {
	readonly type: 'clear';
};

/** What the embedded demo plays from here on, and how fast: a factor or `max`. Without such a line it is `chat` at 1. */
export type DemoLine = {
	readonly type: 'demo';
	readonly scenario: string;
	readonly speed: number | 'max';
	/** The absolute path of the file, or of the folder, that has the scenario; absent for one of the program. */
	readonly file?: string;
};

/**
 * A bookmark was set, its note was changed, or it was removed. `event` is the event's number in the recording, from 1. The last line about an
 * event counts.
 */
export type BookmarkLine = {
	readonly type: 'bookmark';
	readonly event: number;
	readonly note?: string;
	readonly removed?: true;
};

/** A line that is not an event: a title, a resume, settings, a clear, a demo, a bookmark, or a type from a later version. */
export type OtherLine = {readonly type: string} & {readonly [key: string]: unknown};

/** What is recorded of a session besides its wire events. */
export type SessionLine = TitleLine | SettingsLine | ClearLine | DemoLine | BookmarkLine;

export type RecordingLine = RecordingHeader | SessionLine | ResumeLine | TraceEvent | OtherLine;

/**
 * Encodes one line, with its line feed. `at` gets three decimals. `type` comes first, so that the first bytes show the kind of line.
 * `secrets` are strings that must not be written, such as the key in use; each becomes `…`.
 */
export function encodeLine(line: RecordingLine, secrets: readonly string[] = []): string {
	// Nested too deeply: the line says what was left out, and the recording continues.
	return (
		encodeWholeLine(line, secrets) ??
		masked(printJson(line.type === 'request' ? {...fieldsOf(line), body: null} : fieldsOf(line)), secrets)
	);
}

/** The same, or `null` for a line that is nested too deeply. */
export function encodeWholeLine(line: RecordingLine, secrets: readonly string[] = []): string | null {
	try {
		return masked(
			JSON.stringify(fieldsOf(line), line.type === 'request' ? withoutTokens : undefined),
			secrets,
		);
	} catch {
		return null;
	}
}

function fieldsOf(line: RecordingLine): {readonly type: string; readonly at?: unknown} {
	const {type, ...fields} = line;
	return 'at' in line && typeof line.at === 'number'
		? {type, ...fields, at: roundAt(line.at)}
		: {type, ...fields};
}

function masked(text: string, secrets: readonly string[]): string {
	return `${withoutSecrets(text, secrets.map(inJson))}\n`;
}

function inJson(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}

/** Rounds milliseconds to three decimals. */
export function roundAt(at: number): number {
	return Math.round(at * 1000) / 1000;
}

/** Returns the header in a parsed first line, with missing fields filled in; `null` for any other line. */
export function headerOf(value: unknown): RecordingHeader | null {
	if (!isObject(value) || value.type !== 'recording') {
		return null;
	}

	const text = (key: string, otherwise: string) => (typeof value[key] === 'string' ? value[key] : otherwise);
	return {
		...value,
		type: 'recording',
		version: typeof value.version === 'number' ? value.version : 1,
		app: text('app', 'unknown'),
		startedAt: text('startedAt', ''),
		mode: text('mode', 'unknown'),
		title: typeof value.title === 'string' ? value.title : null,
	};
}
