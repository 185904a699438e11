import type {DrillCase} from '../drill-case.js';
import {broken, drillCase, tolerant} from './expectations.js';

/** Answers that are not whole. */
export const cuts: readonly DrillCase[] = [
	drillCase(
		'closed-between-events',
		'cut-after=12',
		broken,
		'Keeps the text and says that the connection broke.',
	),
	drillCase(
		'closed-inside-an-event',
		'cut-inside=12',
		broken,
		'Keeps the text of the whole events and says that the connection broke.',
	),
	drillCase(
		'closed-inside-a-character',
		'cut-character',
		broken,
		'Keeps the text and prints no half character.',
	),
	drillCase('reset', 'reset=12', broken, 'Keeps the text and says that the connection was reset.'),
	drillCase(
		'reset-at-once',
		'reset=1',
		{...broken, text: 'none'},
		'Says that the connection was reset before any text came.',
	),
	drillCase(
		'ends-early',
		'ends-after=12',
		broken,
		'Notices that message_stop is missing, though the response ended in good order.',
	),
	drillCase(
		'ends-before-content',
		'ends-after=2',
		{...broken, text: 'none'},
		'Notices that an answer without content and without an end is none.',
	),
	drillCase(
		'ends-before-stop-reason',
		'no-message-delta, no-message-stop',
		broken,
		'Notices that the stop reason is missing, and does not call the answer whole.',
	),
	drillCase(
		'compressed-and-cut',
		'gzip, cut-after=12',
		broken,
		'Keeps what could be decompressed and says that the rest is missing.',
	),
	drillCase(
		'no-last-event',
		'no-message-stop',
		tolerant,
		'Keeps the text. It may say that message_stop is missing.',
	),
	drillCase(
		'no-last-blank-line',
		'no-last-blank-line',
		tolerant,
		'Keeps the text, though the last event is not ended by a blank line.',
	),
	drillCase(
		'no-first-event',
		'no-message-start',
		tolerant,
		'Says that the stream has no beginning, or shows its text; it does not crash.',
	),
	drillCase('no-block-end', 'no-block-stop', tolerant, 'Keeps the text of a block that is not ended.'),
	drillCase(
		'doubled-delta',
		'double=6',
		tolerant,
		'Does not crash: it cannot know that the server sent a piece twice.',
	),
	drillCase('missing-delta', 'drop=6', tolerant, 'Does not crash: it cannot know that a piece is missing.'),
	drillCase(
		'no-event-names',
		'no-names',
		{...tolerant, text: 'none'},
		'Reads the type in the data, or says that nothing could be read; it does not end without a word.',
	),
	drillCase(
		'wrong-content-type',
		'wrong-type',
		tolerant,
		'Reads the stream all the same, or says what is wrong with its type.',
	),
];
