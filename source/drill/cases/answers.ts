import type {DrillCase} from '../drill-case.js';
import {drillCase, whole} from './expectations.js';

/** Whole answers that come in unusual ways. */
export const answers: readonly DrillCase[] = [
	drillCase('whole-answer', '', whole, 'Prints the answer once and ends with code 0.'),
	drillCase(
		'one-read',
		'one-read',
		whole,
		'Reads every event of a read: a buffering proxy sends the answer in one piece.',
	),
	drillCase(
		'reads-of-three',
		'drip=3',
		whole,
		'Joins an event that comes in pieces of three bytes, for a network may cut anywhere.',
	),
	drillCase('reads-of-seven', 'drip=7', whole, 'Joins events whose parts share reads with parts of others.'),
	drillCase(
		'split-characters',
		'split-characters',
		whole,
		'Joins a character whose bytes come in two reads, and prints no replacement character.',
	),
	drillCase('gzip', 'gzip', whole, 'Decompresses as it reads, for many proxies compress streams.'),
	drillCase(
		'crlf',
		'crlf',
		whole,
		'Takes CR LF for the end of a line, as the specification of server-sent events says.',
	),
	drillCase(
		'no-space',
		'no-space',
		whole,
		'Takes a field without a space behind the colon, as the specification says.',
	),
	drillCase(
		'byte-order-mark',
		'bom',
		whole,
		'Ignores a byte-order mark at the start, as the specification says.',
	),
	drillCase('comments', 'comments', whole, 'Ignores comments, which proxies send to keep a connection open.'),
	drillCase('slow-headers', 'slow-headers=3s', whole, 'Waits for the headers of a busy server.'),
	drillCase(
		'silence-at-first',
		'silence-before=3s',
		whole,
		'Waits for the first event: a long prompt takes its time.',
	),
	drillCase(
		'silence-after-start',
		'silence-after=4s',
		whole,
		'Waits for the first content: a model may think unseen.',
	),
	drillCase('silence-within', 'silence=5s', whole, 'Waits through a pause in the middle of the answer.'),
	drillCase('pings-within', 'pings=5s', whole, 'Takes pings for signs of life and prints none of them.'),
	drillCase(
		'never-closes',
		'never-closes',
		{...whole, mayWait: true},
		'Ends with message_stop and does not wait for the connection to close.',
	),
	drillCase('empty-deltas', 'empty-deltas', whole, 'Takes deltas without text.'),
	drillCase(
		'usage-in-steps',
		'usage-steps=3',
		whole,
		'Assigns the usage of each message_delta, since it is cumulative, and adds nothing up.',
	),
	drillCase('usage-falls', 'usage-falls', whole, 'Takes the last usage, even one that is lower.'),
];
