import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {eventsAlone, type FilterContext} from '../../../source/analysis/filter/filter-context.js';
import {filterTest} from '../../../source/analysis/filter/match-filter.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {arbitraryEvents} from '../../helpers/arbitrary-trace.js';
import {filterOf} from '../../helpers/filter-of.js';
import {complete, failed, tracedStream} from '../../helpers/traced-stream.js';
import {surprisingStream} from '../../helpers/valid-stream.js';
import {
	blockStart,
	blockStop,
	json,
	message,
	ping,
	text,
	toolStart,
} from '../../messages/conformance/sample-stream.js';

/** #1 request, #2 response, #3 message_start, #4 block_start, #5 to #7 text, #8 ping, #9 block_stop, #10 to #13 a tool, #14 and #15 the end. */
const events: readonly TraceEvent[] = [
	...tracedStream(
		message(
			blockStart(0),
			text(0, 'The so'),
			text(0, 'il is'),
			text(0, ' wet'),
			ping,
			blockStop(0),
			toolStart(1),
			json(1, '{"place":"Lis'),
			json(1, 'bon"}'),
			blockStop(1),
		),
	),
	complete(5000),
];

const found = (words: string, context: Partial<FilterContext> = {}, all = events) => {
	const test = filterTest(filterOf(words), {...eventsAlone(all), ...context});
	return all.flatMap((_, position) => (test(position) === true ? [position + 1] : []));
};

for (const [words, numbers] of [
	['soil', [6]],
	['text:soil', [6]],
	['text:SOIL', [6]],
	['"soil is wet"', [7]],
	['/so.l/', [6]],
	['text:/lis.on/i', [12]],
	['lisbon', [12]],
	['wet block:0', [7]],
	['soil | ping', [6, 8]],
	['type:ping', [8]],
	['type:text', [5, 6, 7]],
	['type:json,ping', [8, 11, 12]],
	['type:delta !type:text_delta', [11, 12]],
	['type:block_stop', [9, 13]],
	['block:1 type:content_block_start', [10]],
	['block:1,0 type:block_start', [4, 10]],
	['block!=0 type:delta', [11, 12]],
	['gap>1s', [16]],
	['status:200', [2]],
	['status>=400', []],
	['json:delta.text~IL', [6]],
	['json:delta.text=" wet"', [7]],
	['json:outcome=complete', [16]],
	['json:delta.partial_json', [11, 12]],
	['json:usage.output_tokens>0', [14]],
	['exchange:2', []],
	['attempt:1 !read>0', [1, 2]],
	['read:1', [3]],
	['delta', [5, 6, 7, 11, 12, 14]],
	['text_delta', [5, 6, 7]],
] as const) {
	test(`${words} finds ${numbers.length === 0 ? 'nothing' : numbers.map(number => `#${number}`).join(' ')}`, () => {
		assert.deepEqual(found(words), numbers);
	});
}

test('bytes are counted in UTF-8', () => {
	const data = tracedStream([{event: 'novelty', data: 'é€😀'}]);
	assert.deepEqual(found('bytes=9', {}, data), [3]);
});

test('the SDK’s verdicts and the findings come from the context', () => {
	const context: Partial<FilterContext> = {
		verdictAt: position => (position === 7 ? 'dropped' : 'yielded'),
		findingsAt: position =>
			position === 5 ? [{rule: 'delta-type', severity: 'error'}] : position === 8 ? 'later' : [],
	};
	assert.deepEqual(found('sdk:dropped', context), [8]);
	assert.deepEqual(found('finding:error', context), [6]);
	assert.deepEqual(found('finding:any', context), [6]);
	assert.deepEqual(found('finding:delta-type', context), [6]);
	const test = filterTest(filterOf('finding:error'), {...eventsAlone(events), ...context});
	assert.equal(test(8), 'later');
	assert.equal(
		filterTest(filterOf('finding:error | block:0'), {...eventsAlone(events), ...context})(8),
		true,
	);
	assert.equal(filterTest(filterOf('finding:error block:1'), {...eventsAlone(events), ...context})(8), false);
});

test('the words of an error are found at the end of its exchange', () => {
	const broken = [...tracedStream([]), failed(200, 'overloaded_error')];
	assert.deepEqual(found('overloaded', {}, broken), [3]);
});

/** The same by another way: every text that a block holds so far is put together. */
const slowlyFound = (words: string, all: readonly TraceEvent[]) => {
	const blocks = new Map<string, string>();
	return all.flatMap((event, position) => {
		const payload = event.type === 'sse' ? JSON.parse(event.data) : {};
		const key = `${event.exchange}/${payload.index}`;
		const start = payload.content_block;
		if (payload.type === 'content_block_start') {
			blocks.set(key, start?.text ?? start?.thinking ?? '');
		}

		const delta = payload.type === 'content_block_delta' ? payload.delta : {};
		const piece = delta.text ?? delta.thinking ?? delta.partial_json ?? '';
		const before = blocks.get(key) ?? '';
		const whole = before + piece;
		blocks.set(key, whole);
		const last = whole.toLowerCase().lastIndexOf(words.toLowerCase());
		return piece !== '' && last !== -1 && last + words.length > before.length ? [position + 1] : [];
	});
};

test('a text is found where it is complete, wherever the deltas cut it', () => {
	const pieces = fc.array(fc.string({unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 3}), {
		minLength: 1,
		maxLength: 12,
	});
	const wanted = fc
		.string({unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 4})
		.filter(one => one.trim() !== '');
	fc.assert(
		fc.property(pieces, wanted, (parts, words) => {
			const all = tracedStream(message(blockStart(0), ...parts.map(part => text(0, part)), blockStop(0)));
			assert.deepEqual(found(`text:"${words}"`, {}, all), slowlyFound(words, all));
			assert.deepEqual(found(`text:/${words}/`, {}, all), slowlyFound(words, all));
		}),
	);
});

test('and, or and not are those of sets, on any trace', () => {
	const traces = fc.oneof(
		arbitraryEvents,
		surprisingStream.map(payloads => tracedStream(payloads)),
	);
	const parts = ['type:delta', 'block:0', 'a', '/[0-9]{2}/', 'bytes>30', 'gap>5ms', 'json:delta', 'text:e'];
	const part = fc.constantFrom(...parts);
	fc.assert(
		fc.property(traces, part, part, part, (all, one, two, three) => {
			const [a, b, c] = [one, two, three].map(words => new Set(found(words, {}, all)));
			const expected = all
				.map((_, position) => position + 1)
				.filter(number => (a?.has(number) && !b?.has(number)) || c?.has(number));
			assert.deepEqual(found(`${one} !${two} | ${three}`, {}, all), expected);
		}),
	);
});
