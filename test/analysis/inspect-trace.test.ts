import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {inspectTrace} from '../../source/analysis/inspect-trace.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {parseSse} from '../../source/wire/parse-sse.js';
import {arbitraryEvents} from '../helpers/arbitrary-trace.js';
import {captures} from '../helpers/captures.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {
	blockStart,
	blockStop,
	json,
	message,
	ping,
	text,
	textBlock,
	toolStart,
} from '../messages/conformance/sample-stream.js';

const prose = [
	blockStart(0),
	...['Cats ', '', 'meow ', 'loudly.'].map(words => text(0, words)),
	blockStop(0),
];
const tool = [toolStart(1), json(1, '{"city":'), json(1, '"Bonn"}'), blockStop(1)];

const reportOf = (events: readonly TraceEvent[]) => {
	const [exchange] = inspectTrace(events).exchanges;
	assert.ok(exchange);
	return exchange;
};

describe('inspectTrace', () => {
	it('reports everything about an exchange', () => {
		const events = [...tracedStream(message(ping, ...prose, ...tool)), complete(300)];
		assert.deepEqual(inspectTrace(events), {
			counts: {errors: 0, warnings: 0, notes: 0},
			exchanges: [
				{
					exchange: 1,
					url: 'https://api.test/v1/messages',
					model: 'claude-haiku-5-5',
					foreign: null,
					outcome: 'complete',
					error: null,
					thinking: null,
					cost: {
						dollars: 0.0000024,
						isFinal: true,
						parts: [
							{name: 'input_tokens', dollars: 9e-7, rule: '9 × $0.1/M'},
							{name: 'output_tokens', dollars: 0.0000015, rule: '3 × $0.5/M'},
						],
					},
					context: {tokens: 12, size: 1_000_000},
					remarks: [],
					altered: null,
					stopReason: 'tool_use',
					stopDetails: null,
					attempts: [
						{
							attempt: 1,
							status: 200,
							requestId: 'req_1',
							contentType: 'text/event-stream; charset=utf-8',
							events: 14,
						},
					],
					events: {
						total: 14,
						byType: {
							message_start: 1,
							ping: 1,
							content_block_start: 2,
							content_block_delta: 6,
							content_block_stop: 2,
							message_delta: 1,
							message_stop: 1,
						},
					},
					blocks: [
						{index: 0, type: 'text', deltas: 4, length: 17, signature: 0, isClosed: true},
						{index: 1, type: 'tool_use', deltas: 2, length: 15, signature: 0, isClosed: true},
					],
					clocks: {
						headers: 100,
						firstEvent: 110,
						ttft: 140,
						firstText: 140,
						thinking: null,
						lastContent: 210,
						total: 240,
					},
					gaps: {
						count: 4,
						p50: 15,
						p90: 27,
						p99: 29.7,
						max: 30,
						histogram: [
							{from: 10, to: 15, count: 2},
							{from: 15, to: 20, count: 0},
							{from: 20, to: 25, count: 1},
							{from: 25, to: 30, count: 1},
						],
					},
					reads: {reads: 14, largest: 1, shared: 0, isBuffered: false},
					rate: {
						tokensPerSecond: 28.571,
						isEstimate: false,
						rule: '(output_tokens − 1) ÷ (last content − TTFT)',
					},
					usage: [
						{name: 'input_tokens', value: 9, event: 3, source: 'message_start', isFinal: true},
						{name: 'output_tokens', value: 3, event: 15, source: 'message_delta', isFinal: true},
					],
					findings: [],
					counts: {errors: 0, warnings: 0, notes: 0},
				},
			],
		});
	});

	it('numbers the events of findings from 1 over the whole trace', () => {
		const first = [...tracedStream(message(...textBlock(0))), complete(300)];
		const second = [...tracedStream(message(text(0, 'x')), {exchange: 2}), complete(300, 2)];
		const {exchanges, counts} = inspectTrace([...first, ...second]);
		assert.deepEqual(
			exchanges.map(({findings}) => findings.map(({rule, event}) => `${rule} #${event}`)),
			[[], [`block-not-open #${first.length + 4}`]],
		);
		assert.deepEqual(counts, {errors: 1, warnings: 0, notes: 0});
	});

	it('treats an exchange without its end as open, because the rest may still have followed', () => {
		const briefly = (events: readonly TraceEvent[]) => {
			const {outcome, findings} = reportOf(events);
			return [outcome, ...findings.map(({severity, rule}) => `${severity} ${rule}`)];
		};
		const stream = message(...prose);
		const cut = {event: 'content_block_delta', data: '{"type":"conte', unterminated: true} as const;
		assert.deepEqual(briefly(tracedStream(stream.slice(0, 5))), ['open', 'note message-stop-missing']);
		assert.deepEqual(briefly(tracedStream([...stream.slice(0, 5), cut])), [
			'open',
			'note message-stop-missing',
		]);
		assert.deepEqual(briefly(tracedStream(stream)), ['open']);
		assert.deepEqual(briefly(tracedStream([])), ['open']);
		const html: TraceEvent = {type: 'body', at: 120, exchange: 1, attempt: 1, data: '<html>'};
		assert.deepEqual(briefly([...tracedStream([]), html]), ['open', 'error empty-body']);
	});

	it('has no times if they are not known', () => {
		const [exchange] = inspectTrace(tracedStream(message(...prose)), {hasTimes: false}).exchanges;
		assert.ok(exchange);
		const {clocks, gaps, reads, rate} = exchange;
		assert.deepEqual([clocks, gaps, reads, rate], [null, null, null, null]);
	});

	describe('a stream is called buffered', () => {
		const words = (count: number) => [
			blockStart(0),
			...Array.from({length: count}, () => text(0, 'Cats ')),
			blockStop(0),
		];
		/**
		 * Multiplies the times of all reads by a factor: the request is at 0, the first read at 110 ms, and each next read 10 ms per event later.
		 */
		const slowed = (events: readonly TraceEvent[], factor: number) =>
			events.map(event => ({...event, at: event.at * factor}));
		const readsOf = (events: readonly TraceEvent[]) => reportOf(events).reads;
		const spread = (perRead: number) => tracedStream(message(...words(90)), {perRead});

		it('if each read has far more than a burst, after a wait', () => {
			assert.deepEqual(readsOf(spread(40)), {reads: 3, largest: 40, shared: 95, isBuffered: true});
			assert.deepEqual(readsOf(spread(10)), {reads: 10, largest: 10, shared: 95, isBuffered: false});
			assert.deepEqual(readsOf(slowed(spread(1000), 2)), {
				reads: 1,
				largest: 95,
				shared: 95,
				isBuffered: true,
			});
		});

		it('if only the first event arrived in its own read', () => {
			const [first, ...rest] = tracedStream(message(...words(90)), {perRead: 1000}).filter(
				event => event.type === 'sse',
			);
			const events = [
				...tracedStream([]),
				{...first, chunk: 1},
				...rest.map(event => ({...event, at: 4000, chunk: 2})),
			] as readonly TraceEvent[];
			assert.deepEqual(readsOf(events), {reads: 2, largest: 94, shared: 94, isBuffered: true});
			assert.deepEqual(
				reportOf([...events, complete(4000)]).findings.map(({rule}) => rule),
				['one-read'],
			);
		});

		it('but not if the server is fast', () => {
			assert.equal(readsOf(spread(1000))?.isBuffered, false);
			const fast = tracedStream(message(...words(2000)), {perRead: 40, pace: 0.05});
			assert.deepEqual(readsOf(fast), {reads: 51, largest: 40, shared: 2005, isBuffered: false});
		});

		it('but not if there are no times', () => {
			const [exchange] = inspectTrace(slowed(spread(1000), 9), {hasTimes: false, hasReads: true}).exchanges;
			assert.deepEqual(exchange?.reads, {reads: 1, largest: 95, shared: 95, isBuffered: false});
			assert.equal(exchange?.gaps, null);
		});
	});

	it('checks the text of the body if it was kept', () => {
		const events = [...tracedStream(message(...textBlock(0))), complete(300)];
		const [exchange] = inspectTrace(events, {body: 'data:{}\n\n'}).exchanges;
		assert.deepEqual(exchange?.findings, [
			{
				rule: 'space-after-colon',
				severity: 'note',
				event: null,
				message: 'fields have no space after the colon',
			},
		]);
	});

	it('counts unnamed events by the type in their data', () => {
		const events = tracedStream([
			{event: null, data: '{"type":"message_stop"}'},
			{event: null, data: 'x'},
			{event: '__proto__', data: '{}'},
		]);
		assert.deepEqual(Object.entries(reportOf(events).events.byType), [
			['message_stop', 1],
			['(no name)', 1],
			['__proto__', 1],
		]);
	});

	it('returns plain JSON for any trace, and never throws', () => {
		fc.assert(
			fc.property(arbitraryEvents, fc.string(), (events, body) => {
				const report = inspectTrace(events, {body});
				assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
			}),
		);
	});

	it('accepts any times, even those that run backwards', () => {
		const stream = [...tracedStream(message(ping, ...prose, ...tool)), complete(300)];
		const at = fc.double({min: 0, max: 1e9, noNaN: true});
		fc.assert(
			fc.property(fc.array(at, {minLength: stream.length, maxLength: stream.length}), times => {
				const report = inspectTrace(stream.map((event, index) => ({...event, at: times[index] ?? 0})));
				assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
				assert.ok((report.exchanges[0]?.gaps?.p50 ?? 0) >= 0);
			}),
			{numRuns: 300},
		);
	});

	it('finds no error or warning in a real or valid stream', () => {
		for (const {name, body} of captures.filter(({kind}) => kind === 'real' || kind === 'valid')) {
			const events = [...tracedStream(parseSse(body)), complete(100_000)];
			const {errors, warnings} = inspectTrace(events, {body, hasTimes: false}).counts;
			assert.deepEqual([name, errors, warnings], [name, 0, 0]);
		}
	});
});
