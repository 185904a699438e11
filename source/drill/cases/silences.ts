import type {DrillCase} from '../drill-case.js';
import {broken, drillCase, failed, patience} from './expectations.js';

/** Servers from which nothing more comes. */
export const silences: readonly DrillCase[] = [
	drillCase(
		'never-answers',
		'no-headers',
		{...failed(patience, [1, 8]), mayWait: true},
		'Gives up in the end, and says for how long nothing came.',
	),
	drillCase(
		'falls-silent',
		'stays-open=12',
		{...broken, reason: patience, mayWait: true},
		'Gives up on a stream that stands still without pings, keeps the text, and says so.',
	),
	drillCase(
		'silent-from-the-start',
		'stays-open=1',
		{...failed(patience, [1, 8]), mayWait: true},
		'Gives up on a stream from which nothing comes after its first event.',
	),
	drillCase(
		'only-pings',
		'only-pings=600s',
		{...failed(patience, [1, 8]), mayWait: true},
		'Does not wait for ever for a server that sends nothing but pings.',
	),
];
