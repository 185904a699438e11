import type {TraceEvent} from '../trace/trace-event.js';
import {isObject, printJson} from '../wire/json.js';
import {withoutSecrets} from '../wire/without-secrets.js';
import {withoutTokens} from '../wire/without-tokens.js';

// A recording is NDJSON: the header's line, then one line a trace event. Lines of a type that this version does not know are kept.

/** The version of the format that is written. A reader takes newer ones as far as it knows them. */
export const recordingVersion = 1;

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

/** The session got another title. The last one counts. */
export type TitleLine = {
	readonly type: 'title';
	readonly title: string | null;
};

/**
 * Another process goes on with the session. Its clock goes on from the last `at`, so the time in between does not count;
 * `resumedAt` is the wall clock's time of this line.
 */
export type ResumeLine = {
	readonly type: 'resume';
	readonly at: number;
	readonly app: string;
	readonly resumedAt: string;
};

/**
 * What the next request asks for besides its messages, where the last one asked for something else: `body` is a request's body without
 * them. Of the last line of this kind and the last request, the later one counts.
 */
export type SettingsLine = {
	readonly type: 'settings';
	readonly body: unknown;
	/** The betas that it turns on, where there are any. */
	readonly betas?: readonly string[];
};

/** The conversation was cleared: what stands before this line is no part of the next request. The last one counts. */
export type ClearLine = {
	readonly type: 'clear';
};

/** A line that is no event: a title, a resume, settings, a clear, or one of a type that a later version knows. */
export type OtherLine = {readonly type: string} & {readonly [key: string]: unknown};

/** What is written down of a session besides what passed on the wire. */
export type SessionLine = TitleLine | SettingsLine | ClearLine;

export type RecordingLine = RecordingHeader | SessionLine | ResumeLine | TraceEvent | OtherLine;

/**
 * One line with its line feed. `at` gets three decimals. `type` comes first, so that a line's kind shows in its first bytes.
 * `secrets` are strings which must not be written, such as the key in use: each becomes `…` wherever it stands.
 */
export function encodeLine(line: RecordingLine, secrets: readonly string[] = []): string {
	const {type, ...fields} = line;
	const rounded =
		'at' in line && typeof line.at === 'number' ? {type, ...fields, at: roundAt(line.at)} : {type, ...fields};
	const text = lineText(rounded, type);
	return `${withoutSecrets(text, secrets.map(inJson))}\n`;
}

function lineText(line: {readonly type: string}, type: string): string {
	try {
		return JSON.stringify(line, type === 'request' ? withoutTokens : undefined);
	} catch {
		// Nested too deeply: the line says where something was left out, and the recording goes on.
		return printJson(type === 'request' ? {...line, body: null} : line);
	}
}

function inJson(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}

/** Milliseconds with three decimals. */
export function roundAt(at: number): number {
	return Math.round(at * 1000) / 1000;
}

/** The header that a parsed first line holds, with what is missing filled in; `null` for any other line. */
export function headerOf(value: unknown): RecordingHeader | null {
	if (!isObject(value) || value.type !== 'recording') {
		return null;
	}

	const text = (key: string, otherwise: string) => (typeof value[key] === 'string' ? value[key] : otherwise);
	return {
		...value,
		type: 'recording',
		version: typeof value.version === 'number' ? value.version : recordingVersion,
		app: text('app', 'unknown'),
		startedAt: text('startedAt', ''),
		mode: text('mode', 'unknown'),
		title: typeof value.title === 'string' ? value.title : null,
	};
}
