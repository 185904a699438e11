import type {Capture} from '../../recording/open-trace-source.js';
import {eventLines} from '../../wire/event-lines.js';
import type {InspectedExchange} from './trace-inspection.js';

/** The line of the file, from 1, at which an event begins, by the event's number; `null` if it is not known. */
export type LineFinder = (event: number) => number | null;

const unknown: LineFinder = () => null;

/** The events of a bare body come after its request and its response, which are in no file. */
const eventsBefore = 2;

/** Finds lines in a body that was saved as it came, alone or behind its head, and in a recording whose lines all were of use. */
export function lineFinder({
	format,
	layers,
	body,
	bodyLine,
	skipped,
	others,
}: Pick<Capture, 'format' | 'layers' | 'body' | 'bodyLine' | 'skipped' | 'others'>): LineFinder {
	if (format === 'recording') {
		return skipped.length === 0 && others.length === 0 && layers.length === 0 ? event => event + 1 : unknown;
	}

	if (bodyLine === null || layers.length > 0 || body === '') {
		return unknown;
	}

	let lines: readonly number[] | null = null;
	return event => {
		lines ??= eventLines(body);
		const line = lines[event - eventsBefore - 1];
		return line === undefined ? null : bodyLine + line - 1;
	};
}

/** The same exchanges, with the lines of their findings. */
export function withLines(
	exchanges: readonly InspectedExchange[],
	lineOf: LineFinder,
): readonly InspectedExchange[] {
	return exchanges.map(exchange => ({
		...exchange,
		findings: exchange.findings.map(({rule, severity, event, message, expected}) => ({
			rule,
			severity,
			event,
			line: event === null ? null : lineOf(event),
			message,
			...(expected === undefined ? {} : {expected}),
		})),
	}));
}
