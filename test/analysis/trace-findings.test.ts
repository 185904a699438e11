import assert from 'node:assert/strict';
import {test} from 'node:test';
import {TraceFindings} from '../../source/analysis/trace-findings.js';
import type {ExchangeView} from '../../source/trace/exchange-view.js';
import {itemsOf} from '../../source/trace/persistent-list.js';
import {Trace} from '../../source/trace/trace.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {blockStart, message, text, textBlock} from '../messages/conformance/sample-stream.js';

/** Two exchanges: a valid one, and one with a delta at position 11 for a block that is not open. */
const events: readonly TraceEvent[] = [
	...tracedStream(message(...textBlock(0))),
	complete(300),
	...tracedStream(message(text(0, 'x'), ...textBlock(0)), {exchange: 2}),
	complete(300, 2),
];

function traceOf(list: readonly TraceEvent[]): Trace {
	const trace = new Trace();
	for (const event of list) {
		trace.append(event);
	}

	return trace;
}

function exchangeOf(trace: Trace, number: number, length = trace.length): ExchangeView {
	const found = [...itemsOf(trace.viewAt(length).exchanges)].find(({exchange}) => exchange === number);
	assert.ok(found);
	return found;
}

const found = (findings: TraceFindings, exchange: ExchangeView) =>
	findings.of(exchange).map(({rule, position}) => `${rule} @${position}`);

test('finds the faults of an exchange and of its events', () => {
	const trace = traceOf(events);
	const findings = new TraceFindings(trace);
	const second = exchangeOf(trace, 2);
	assert.deepEqual(found(findings, exchangeOf(trace, 1)), []);
	assert.deepEqual(found(findings, second), ['block-not-open @12']);
	assert.equal(findings.worstOf(second, {first: 12, last: 12}), 'error');
	assert.equal(findings.worstOf(second, {first: 11, last: 11}), null);
	assert.equal(findings.worstOf(second, {first: 11, last: 14}), 'error');
});

test('grows with the trace, and finds the same as in one pass', () => {
	const trace = new Trace();
	const findings = new TraceFindings(trace);
	for (const event of events) {
		trace.append(event);
		const exchange = exchangeOf(trace, event.exchange);
		assert.deepEqual(found(findings, exchange), found(new TraceFindings(trace), exchange));
	}
});

test('an earlier playhead shows only the findings made by then', () => {
	const trace = traceOf(events);
	const findings = new TraceFindings(trace);
	assert.deepEqual(found(findings, exchangeOf(trace, 2)), ['block-not-open @12']);
	assert.deepEqual(found(findings, exchangeOf(trace, 2, 12)), []);
	assert.equal(findings.worstOf(exchangeOf(trace, 2, 12), {first: 12, last: 12}), null);
	assert.deepEqual(found(findings, exchangeOf(trace, 2, 13)), ['block-not-open @12']);
});

test('a large exchange is checked in batches until nothing is left', () => {
	const words = Array.from({length: 11_000}, () => text(0, 'word '));
	const trace = traceOf([...tracedStream([...message(blockStart(0), ...words)]), complete(1e6)]);
	const findings = new TraceFindings(trace);
	const exchange = exchangeOf(trace, 1);
	assert.deepEqual(findings.of(exchange), []);
	let turns = 1;
	while (findings.catchUp(exchange)) {
		turns++;
	}

	assert.equal(turns, 3);
	assert.deepEqual(found(findings, exchange), ['block-not-closed @11004']);
	assert.equal(findings.catchUp(exchange), false);
});

test('a silence that a client’s watchdog would not have waited out is a finding, once it has ended', () => {
	const [request, response, ...stream] = tracedStream(message(...textBlock(0)));
	assert.ok(request && response);
	const late = stream.map(event => ({...event, at: event.at + 6000}));
	const trace = traceOf([request, response]);
	const findings = new TraceFindings(trace, [{sign: 'events', limit: 5000}]);
	const exchange = () => exchangeOf(trace, 1);
	assert.deepEqual(findings.of(exchange()), []);
	assert.deepEqual(findings.givenUp(exchange(), 4999), []);
	assert.deepEqual(findings.givenUp(exchange(), 5001), [{sign: 'events', limit: 5000}]);
	for (const event of late) {
		trace.append(event);
	}

	assert.deepEqual(findings.givenUp(exchange(), 99_999), []);
	assert.deepEqual(findings.of(exchange()), [
		{
			rule: 'watchdog',
			severity: 'warning',
			position: 1,
			madeAt: 2,
			message: 'a client that waits for events 5.00 s would have given up at 5.00 s: the next came at 6.11 s',
		},
	]);
	assert.equal(findings.worstOf(exchange(), {first: 1, last: 1}), 'warning');
});
