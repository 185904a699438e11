import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {ExchangeConformance} from '../../source/analysis/exchange-conformance.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {arbitraryEvents} from '../helpers/arbitrary-trace.js';
import {aborted, complete, failed, tracedStream} from '../helpers/traced-stream.js';
import {brief, message, messageStart, text, textBlock} from '../messages/conformance/sample-stream.js';

function check(events: readonly TraceEvent[], offset = 0) {
	const conformance = new ExchangeConformance();
	events.forEach((event, index) => {
		conformance.add(event, index + offset);
	});
	return conformance.findings;
}

type Answer = {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly request?: unknown;
	readonly url?: string;
	readonly method?: string;
};

const cut = [messageStart(), ...textBlock(0)];
const body = (data: string): TraceEvent => ({type: 'body', at: 120, exchange: 1, attempt: 1, data});

describe('the conformance of an exchange', () => {
	it('has no finding for a valid stream', () => {
		assert.deepEqual(check([...tracedStream(message(...textBlock(0))), complete(300)]), []);
	});

	it('gives the positions of the event concerned and of the event that revealed the fault', () => {
		const [finding, ...rest] = check([...tracedStream(cut), failed(300, 'ended_early')], 100);
		assert.deepEqual(rest, []);
		assert.deepEqual(
			[finding?.rule, finding?.severity, finding?.position, finding?.madeAt],
			['message-stop-missing', 'error', 105, 106],
		);
	});

	it('does not report missing parts of a stream that was interrupted or that the reader gave up', () => {
		assert.deepEqual(check([...tracedStream(cut), aborted(300)]), []);
		assert.deepEqual(check([...tracedStream(cut), failed(300, 'malformed')]), []);
	});

	it('reports a broken connection', () => {
		const [finding] = check([...tracedStream(cut), failed(300, 'connection_lost')]);
		assert.match(finding?.message ?? '', /connection broke/);
	});

	it('checks each attempt separately', () => {
		const events = [
			...tracedStream(cut),
			...tracedStream(message(...textBlock(0)), {attempt: 2}),
			complete(400),
		];
		assert.deepEqual(brief(check(events)), ['error message-stop-missing @5']);
	});

	it('does not expect a stream for an error, for a non-streaming request, or without a response', () => {
		const contentType = 'application/json';
		const error = tracedStream([], {status: 529, contentType});
		assert.deepEqual(check([...error, body('{"type":"error"}'), failed(300, 'overloaded_error')]), []);
		const whole = tracedStream([], {body: {}, contentType});
		assert.deepEqual(check([...whole, body('{"type":"message","content":[]}'), complete(300)]), []);
		const [request] = tracedStream([]);
		assert.deepEqual(check([request as TraceEvent, failed(300, 'connection')]), []);
	});

	it('expects a stream if one was requested and the answer succeeded', () => {
		const rules = (events: readonly TraceEvent[]) => check(events).map(({rule}) => rule);
		assert.deepEqual(rules([...tracedStream([]), failed(300, 'ended_early')]), ['empty-body']);
		assert.deepEqual(rules([...tracedStream([]), body('<html>'), failed(300, 'ended_early')]), [
			'empty-body',
		]);
	});

	describe('an attempt without events', () => {
		const html = {'content-type': 'text/html'};
		const json = {'content-type': 'application/json'};
		const stream = {'content-type': 'text/event-stream'};
		const message = '{"type":"message","content":[]}';
		const error = '{"type":"error","error":{"type":"api_error","message":"No"}}';
		const found = (
			{status = 200, headers = {}, request = null, url = 'capture:/v1/messages', method = 'POST'}: Answer,
			data: string | null,
		) => {
			const place = {exchange: 1, attempt: 1};
			return check([
				{type: 'request', at: 0, ...place, method, url, body: request},
				{type: 'response', at: 100, ...place, status, headers},
				...(data === null ? [] : [body(data)]),
				failed(300, 'unknown'),
			]).map(({severity, rule}) => `${severity} ${rule}`);
		};

		it('should have been a stream if the capture lacks the request, unless it is a complete message', () => {
			assert.deepEqual(found({headers: html}, '<html>'), ['warning content-type', 'error empty-body']);
			assert.deepEqual(found({headers: json}, error), ['warning content-type', 'error empty-body']);
			assert.deepEqual(found({headers: json}, message), []);
			assert.deepEqual(found({}, message), []);
		});

		it('should have been a stream if one was requested', () => {
			const request = {stream: true};
			assert.deepEqual(found({request, headers: html}, '<html>'), [
				'warning content-type',
				'error empty-body',
			]);
			assert.deepEqual(found({request, headers: json}, message), [
				'warning content-type',
				'error empty-body',
			]);
		});

		it('should have been a stream if it claims to be one, whatever its status', () => {
			assert.deepEqual(found({headers: stream}, '<html>'), ['error empty-body']);
			assert.deepEqual(found({headers: stream}, message), ['error empty-body']);
			assert.deepEqual(found({headers: stream, status: 500}, error), ['error empty-body']);
			assert.deepEqual(found({headers: stream, request: {}}, message), ['error empty-body']);
		});

		it('is neither a stream nor an error if it is a redirect', () => {
			assert.deepEqual(found({status: 302}, null), ['error response-status', 'error empty-body']);
		});

		it('is not expected to be a stream if its status is an error or unknown', () => {
			assert.deepEqual(found({status: 401, headers: json}, error), []);
			assert.deepEqual(found({status: 502, headers: html, request: {stream: true}}, '<html>'), []);
			assert.deepEqual(found({status: 0}, error), []);
		});

		it('is not checked if no message was requested', () => {
			const url = 'https://api.test/v1/models';
			assert.deepEqual(found({method: 'GET', url, headers: json}, '{"data":[]}'), []);
			assert.deepEqual(found({method: 'DELETE', url, status: 204}, null), []);
			assert.deepEqual(found({url: 'https://api.test/v1/files', headers: json}, '{"type":"file"}'), []);
		});

		it('must be a message, or an error by its status, for a non-streaming request', () => {
			assert.deepEqual(found({request: {}, headers: html}, '<html>'), ['error whole-message']);
			assert.deepEqual(found({request: {}, headers: json}, error), ['error whole-message']);
			assert.deepEqual(found({request: {}}, null), ['error empty-body']);
			assert.deepEqual(found({request: {}, status: 529, headers: json}, error), []);
			assert.deepEqual(found({request: {}, headers: json}, message), []);
		});
	});

	it('reports a stream that arrived in one read, but not if reads were not counted', () => {
		const events = tracedStream(message(...words), {perRead: 100});
		assert.deepEqual(brief(check([...events, complete(300)])), ['warning one-read @null']);
		const uncounted = events.map(event => (event.type === 'sse' ? {...event, chunk: 0} : event));
		assert.deepEqual(check([...uncounted, complete(300)]), []);
	});

	it('accepts any events, and finds for a prefix what it would find for that prefix alone', () => {
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
