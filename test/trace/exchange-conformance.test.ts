import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {ExchangeConformance} from '../../source/trace/exchange-conformance.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {arbitraryEvents} from '../helpers/arbitrary-trace.js';
import {aborted, complete, failed, tracedStream} from '../helpers/traced-stream.js';
import {brief, message, messageStart, text, textBlock} from '../protocol/conformance/sample-stream.js';

function check(events: readonly TraceEvent[], offset = 0) {
	const conformance = new ExchangeConformance();
	events.forEach((event, index) => {
		conformance.add(event, index + offset);
	});
	return conformance.findings;
}

const cut = [messageStart(), ...textBlock(0)];
const body = (data: string): TraceEvent => ({type: 'body', at: 120, exchange: 1, attempt: 1, data});

describe('the conformance of an exchange', () => {
	it('has no finding for a valid stream', () => {
		assert.deepEqual(check([...tracedStream(message(...textBlock(0))), complete(300)]), []);
	});

	it('gives the places in the trace: of the event concerned, and of the one that gave it away', () => {
		const [finding, ...rest] = check([...tracedStream(cut), failed(300, 'ended_early')], 100);
		assert.deepEqual(rest, []);
		assert.deepEqual(
			[finding?.rule, finding?.severity, finding?.position, finding?.madeAt],
			['message-stop-missing', 'error', 105, 106],
		);
	});

	it('says nothing of what a stream lacks that was interrupted, or that the reader gave up', () => {
		assert.deepEqual(check([...tracedStream(cut), aborted(300)]), []);
		assert.deepEqual(check([...tracedStream(cut), failed(300, 'malformed')]), []);
	});

	it('says so when the connection broke', () => {
		const [finding] = check([...tracedStream(cut), failed(300, 'connection_lost')]);
		assert.match(finding?.message ?? '', /connection broke/);
	});

	it('checks each attempt on its own', () => {
		const events = [
			...tracedStream(cut),
			...tracedStream(message(...textBlock(0)), {attempt: 2}),
			complete(400),
		];
		assert.deepEqual(brief(check(events)), ['error message-stop-missing @5']);
	});

	it('expects no stream of an error, of an answer that was not to be one, or where none came', () => {
		const error = tracedStream([], {status: 529});
		assert.deepEqual(check([...error, body('{"type":"error"}'), failed(300, 'overloaded_error')]), []);
		const whole = tracedStream([], {body: {}});
		assert.deepEqual(check([...whole, body('{"type":"message"}'), complete(300)]), []);
		const [request] = tracedStream([]);
		assert.deepEqual(check([request as TraceEvent, failed(300, 'connection')]), []);
	});

	it('expects a stream where one was asked for and the answer succeeded', () => {
		const rules = (events: readonly TraceEvent[]) => check(events).map(({rule}) => rule);
		assert.deepEqual(rules([...tracedStream([]), failed(300, 'ended_early')]), ['empty-body']);
		assert.deepEqual(rules([...tracedStream([]), body('<html>'), failed(300, 'ended_early')]), [
			'empty-body',
		]);
	});

	it('finds a buffering proxy, but not where the reads were not counted', () => {
		const events = tracedStream(message(...words), {perRead: 100});
		assert.deepEqual(brief(check([...events, complete(300)])), ['warning one-read @null']);
		const uncounted = events.map(event => (event.type === 'sse' ? {...event, chunk: 0} : event));
		assert.deepEqual(check([...uncounted, complete(300)]), []);
	});

	it('takes any events, and has made for a prefix what it makes of the prefix alone', () => {
		fc.assert(
			fc.property(arbitraryEvents, fc.nat(30), (events, length) => {
				const whole = check(events).filter(({madeAt}) => madeAt < length);
				assert.deepEqual(whole, check(events.slice(0, length)));
			}),
		);
	});
});

const words = [
	...textBlock(0).slice(0, 1),
	...Array.from({length: 9}, () => text(0, 'Cats ')),
	...textBlock(0).slice(2),
];
