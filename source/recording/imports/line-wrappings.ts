import {isObject, type JsonObject, parseJson} from '../../wire/json.js';

/**
 * Gives a line without what a tool put around it: with its line feed if it ended there, and empty if it belongs to something else. `null` for a
 * line that has nothing around it.
 */
export type Unwrap = (line: string) => string | null;

/** What a tool puts around the lines that it passes on. `title` completes "Taken off each line: …". */
export type LineWrapping = {
	readonly title: string;
	readonly create: () => Unwrap;
	/** Whether only some of the lines have it. */
	readonly isOccasional?: true;
};

const date = '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z| ?[+-]\\d\\d:?\\d\\d)?';
const syslogDate = '[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?';
const clock = '\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d+)?';
const seconds = '\\d+\\.\\d+';

/** What colours lines and moves the cursor, with the carriage returns of a terminal. */
export const terminalEscapes: LineWrapping = {
	title: 'the escape sequences of a terminal',
	create: () => withoutEscapes,
	isOccasional: true,
};

/** The journal's must come before the times, with which its lines begin as well. */
export const lineWrappings: readonly LineWrapping[] = [
	terminalEscapes,
	{title: 'the JSON of a log', create: () => jsonLogLine},
	{title: "the container runtime's time and stream", create: () => containerLine},
	prefix("the journal's time and name", `(?:${syslogDate}|${date}) \\S+ [\\w./@-]+(?:\\[\\d+\\])?: ?`),
	prefix(
		'times, as ts or docker compose write them',
		`\\[?\\s*(?:${date}|${syslogDate}|${clock}|${seconds})\\]?(?: |\\t|$)`,
	),
	{title: 'names of services, as docker compose writes them', create: createServiceUnwrap},
	prefix('names of pods, as kubectl writes them', '\\[(?:pod\\/)?[\\w./-]+\\] ?'),
	prefix('line numbers', ' *\\d+(?::|\\t| \\||$) ?'),
	prefix('quote marks', '> ?'),
	prefix('indentation', '(?: {2,8}|\\t|$)'),
];

function prefix(title: string, pattern: string): LineWrapping {
	const beginning = new RegExp(`^${pattern}`);
	const unwrap = (line: string) => {
		const [found] = beginning.exec(line) ?? [];
		return found === undefined ? null : `${line.slice(found.length)}\n`;
	};
	return {title, create: () => unwrap};
}

/** How a line of a capture begins. */
const captured =
	/^(?:(?:event|data|id|retry)?:|[{[]|HTTP\/|[<>*] |\d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT|Raw|Message|-|(?:http_)?interactions:)/;

/** Of the lines of several services, only those of the service that has the stream are of use. */
function createServiceUnwrap(): Unwrap {
	let service: string | null = null;
	return line => {
		const [whole, name = ''] = /^([\w.-]+)\s*\| ?/.exec(line) ?? [];
		if (whole === undefined) {
			return null;
		}

		const rest = line.slice(whole.length);
		service ??= captured.test(rest) ? name : null;
		return name === service ? `${rest}\n` : '';
	};
}

const escapes = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[@-Z\\-_])/g;

function withoutEscapes(line: string): string {
	return `${line.replaceAll(escapes, '').replace(/\r+$/, '')}\n`;
}

/** `{"log":"event: ping\n","stream":"stdout","time":"…"}` is Docker's; other loggers have a field for the line, without its line feed. */
function jsonLogLine(line: string): string | null {
	const value = parseJson(line);
	const text = isObject(value) ? loggedLine(value) : null;
	return text === null || text.endsWith('\n') ? text : `${text}\n`;
}

/** The line in an entry of a log, or `null`. */
export function loggedLine({log, message, msg, line}: JsonObject): string | null {
	return [log, message, msg, line].find(text => typeof text === 'string') ?? null;
}

/** `2026-11-27T22:35:34.1Z stdout F event: ping`; `P` instead of `F` marks a part of a line, which the next one continues. */
function containerLine(line: string): string | null {
	const [whole, kind] = /^\d{4}-\d\d-\d\dT\S+ (?:stdout|stderr) ([FP])(?: |$)/.exec(line) ?? [];
	return whole === undefined ? null : `${line.slice(whole.length)}${kind === 'P' ? '' : '\n'}`;
}
