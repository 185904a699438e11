import {isOfKind} from '../../analysis/event-summary.js';
import {contentBlockDelta} from '../../messages/vocabulary/events/content-block-delta.js';
import {contentBlockStart} from '../../messages/vocabulary/events/content-block-start.js';
import {contentBlockStop} from '../../messages/vocabulary/events/content-block-stop.js';
import {messageDelta} from '../../messages/vocabulary/events/message-delta.js';
import {messageStart} from '../../messages/vocabulary/events/message-start.js';
import {messageStop} from '../../messages/vocabulary/events/message-stop.js';
import {type Row, segment} from '../../text/segment.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {fullNameWidth, type LogLayout, shortNameWidth, signColumn} from './log-columns.js';

type Expected = {
	readonly name: string;
	readonly shortName: string;
	readonly sign: string;
	readonly purpose: string;
};

/** What a plain answer brings, in its order. */
const expected: readonly Expected[] = [
	{name: 'request', shortName: 'request', sign: '→', purpose: 'Your prompt goes to the API.'},
	{name: 'response', shortName: 'response', sign: '←', purpose: 'The API accepts it: a status and headers.'},
	...[messageStart, contentBlockStart, contentBlockDelta, contentBlockStop, messageDelta, messageStop].map(
		({name, shortName, sign, explanation}) => ({name, shortName, sign, purpose: explanation.purpose}),
	),
];

/**
 * Rows for what is still to come in the first exchange, each with its meaning, in the columns of the log. None once the exchange has ended
 * or there is a second one.
 */
export function expectedRows(
	events: readonly TraceEvent[],
	length: number,
	layout: LogLayout,
): readonly Row[] {
	const last = length === 0 ? undefined : events[length - 1];
	if (last !== undefined && (last.exchange > 1 || last.type === 'end')) {
		return [];
	}

	const came = (name: string) => {
		const kinds = new Set([name]);
		// Only the short beginning of a log has room for these rows.
		return events.slice(0, Math.min(length, longest)).some(event => isOfKind(event, kinds));
	};
	const from = expected.findLastIndex(({name}) => came(name)) + 1;
	const indent = signColumn(layout);
	return expected.slice(from).map(({name, shortName, sign, purpose}): Row => {
		const words = `${sign} ${layout.isFull ? name.padEnd(fullNameWidth) : shortName.padEnd(shortNameWidth)}`;
		return [segment(`${' '.repeat(indent)}${words} ${purpose}`, 'dim')];
	});
}

/** A log of more events fills every screen. */
const longest = 200;
