import type {DrillCase} from '../drill-case.js';
import {drillCase, whole} from './expectations.js';

/** Whole answers with what no client knows yet. */
export const unknowns: readonly DrillCase[] = [
	drillCase(
		'unknown-event',
		'unknown-event',
		whole,
		'Passes over an event of a new type, as the API asks of its clients.',
	),
	drillCase(
		'unknown-delta',
		'unknown-delta',
		whole,
		'Passes over a delta of a new type and keeps the text around it.',
	),
	drillCase('unknown-block', 'unknown-block', whole, 'Passes over a content block of a new type.'),
	drillCase('unknown-field', 'unknown-field', whole, 'Ignores fields that it does not know.'),
	drillCase(
		'unknown-stop-reason',
		'unknown-stop',
		whole,
		'Takes a stop reason that it does not know for the end of the answer.',
	),
	drillCase(
		'all-unknown',
		'unknown-event, unknown-delta, unknown-block, unknown-field, unknown-stop',
		whole,
		'Stands a server that is newer in every way.',
	),
];
