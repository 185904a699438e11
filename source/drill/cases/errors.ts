import type {DrillCase} from '../drill-case.js';
import {broken, drillCase, failed, invalidJson, overloaded} from './expectations.js';

/** Errors in the middle of an answer. */
export const errors: readonly DrillCase[] = [
	drillCase(
		'error-event-first',
		'error-first',
		failed(overloaded, [1, 5]),
		'Takes an error event for an error, though the status was 200.',
	),
	drillCase(
		'error-event-within',
		'error-after=6',
		{...broken, reason: overloaded},
		'Keeps the text, says what the error event says, and does not print the text again if it asks again.',
	),
	drillCase(
		'error-event-late',
		'error-after=39',
		{...broken, reason: overloaded},
		'Does not take an answer that ends in an error for a whole one.',
	),
	drillCase(
		'error-event-bytewise',
		'error-after=6, drip=5',
		{...broken, reason: overloaded},
		'Finds the error event in whatever pieces it comes.',
	),
	drillCase(
		'malformed-json',
		'malformed=6',
		{...broken, text: 'partial', reason: invalidJson},
		'Says that an event cannot be read, keeps the text, and does not crash.',
	),
	drillCase(
		'malformed-json-and-cut',
		'malformed=6, ends-after=9',
		{...broken, reason: invalidJson},
		'Says that an event cannot be read, also when the stream then ends.',
	),
];
