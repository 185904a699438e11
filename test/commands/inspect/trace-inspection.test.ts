import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {inspectTrace} from '../../../source/analysis/inspect-trace.js';
import {reportFile} from '../../../source/commands/inspect/file-report.js';
import {TraceInspection} from '../../../source/commands/inspect/trace-inspection.js';
import {knownPrices} from '../../../source/messages/prices.js';
import {encodeRecording} from '../../../source/recording/encode-recording.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {arbitraryEvents} from '../../helpers/arbitrary-trace.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, text, textBlock} from '../../messages/conformance/sample-stream.js';

const settings = {isStrict: false, prices: knownPrices};
const times = {hasTimes: true, hasOuterTimes: true, hasReads: true, body: ''};

const exchange = (number: number): readonly TraceEvent[] => [
	...tracedStream(message(...textBlock(0)), {exchange: number}),
	complete(300, number),
];

const header = {
	type: 'recording',
	version: 1,
	app: 'test',
	startedAt: '',
	mode: 'live',
	title: null,
} as const;

/** A recording of these events, in a piece for each line. */
const recordingOf = (events: readonly TraceEvent[]) =>
	async function* () {
		yield* encodeRecording({header, events, others: []});
	};

/** Reads events as they would come from a file, with time to let exchanges go after each. */
async function inspect(events: readonly TraceEvent[]) {
	const inspection = new TraceInspection(settings);
	for (const event of events) {
		inspection.take(event, 'recorded');
		await inspection.settle();
	}

	return {inspection, exchanges: await inspection.finish(times)};
}

const withoutSdk = (reports: Awaited<ReturnType<typeof inspect>>['exchanges']) =>
	reports.map(({sdk: _, startedAt: _at, bytes: _bytes, watchdogs: _dogs, ...report}) => ({
		...report,
		findings: report.findings.map(({line: __, ...finding}) => finding),
	}));

test('exchanges that are let go one by one get the reports that the whole trace gives', async () => {
	const events = [1, 2, 3, 4].flatMap(exchange);
	const {exchanges, inspection} = await inspect(events);
	assert.deepEqual(withoutSdk(exchanges), inspectTrace(events).exchanges);
	assert.deepEqual(
		exchanges.map(({sdk}) => [sdk?.outcome, sdk?.isSameMessage]),
		Array.from({length: 4}, () => ['complete', true]),
	);
	assert.equal(inspection.late, 0);
});

test('an exchange that has ended keeps its events until another one has ended after it', async () => {
	const [first, second] = [exchange(1), exchange(2)];
	const late: TraceEvent = {...first[3], at: 310} as TraceEvent;
	const events = [...first, late, ...second.slice(0, -1), late, ...second.slice(-1)];
	const {exchanges, inspection} = await inspect(events);
	assert.deepEqual(withoutSdk(exchanges), inspectTrace(events).exchanges);
	assert.equal(inspection.late, 0);
});

test('a file with an event of an exchange that was let go is read again, and standard input says so', async () => {
	const late: TraceEvent = {...tracedStream(message(text(0, 'late')))[3], at: 999} as TraceEvent;
	// More than the beginning of a file, which is read in one go.
	const many = Array.from({length: 100}, (_, index) => index + 1);
	const events = [...many.flatMap(exchange), late];
	const open = recordingOf(events);
	const fromFile = await reportFile('a', {open, canReopen: true}, settings);
	assert.deepEqual(withoutSdk(fromFile.exchanges), inspectTrace(events).exchanges);
	assert.deepEqual(fromFile.notes, []);
	const piped = await reportFile('-', {open, canReopen: false}, settings);
	assert.deepEqual(withoutSdk(piped.exchanges), inspectTrace(events.slice(0, -1)).exchanges);
	assert.deepEqual(piped.notes, [
		'1 event was not judged, coming long after the end of the exchange. Inspect a file to judge them too.',
	]);
});

test('any recording gets the report of its whole trace, whatever the order of its lines', async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryEvents, async events => {
			const report = await reportFile('a', {open: recordingOf(events), canReopen: true}, settings);
			const {exchanges, counts} = inspectTrace(events);
			assert.deepEqual(
				withoutSdk(report.exchanges).map(({exchange, events}) => [exchange, events]),
				exchanges.map(({exchange, events}) => [exchange, events]),
			);
			assert.deepEqual(report.counts, counts);
		}),
	);
});

test('with statistics, each report counts the events of its own exchange', async () => {
	const inspection = new TraceInspection({...settings, hasStatistics: true});
	for (const event of [1, 2].flatMap(exchange)) {
		inspection.take(event, 'recorded');
	}

	const reports = await inspection.finish(times);
	assert.deepEqual(
		reports.map(({statistics}) => [statistics?.exchange, statistics?.events, statistics?.rate?.length]),
		[
			[1, exchange(1).length, 24],
			[2, exchange(2).length, 24],
		],
	);
	assert.equal((await inspect(exchange(1))).exchanges[0]?.statistics, undefined);
});
