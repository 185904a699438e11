import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	type Breakpoint,
	breakpointHit,
	breakpointSource,
	breakpointWords,
	parseBreakpoint,
} from '../../source/analysis/breakpoint.js';
import {tracedStream} from '../helpers/traced-stream.js';
import {blockDelta, blockStart, message, text} from '../messages/conformance/sample-stream.js';

const breakpoints: ReadonlyArray<readonly [string, Breakpoint | null]> = [
	['ping', {on: 'kind', kind: 'ping'}],
	['when message_delta', {on: 'kind', kind: 'message_delta'}],
	['when ping comes', {on: 'kind', kind: 'ping'}],
	['type: error', {on: 'kind', kind: 'error'}],
	['type:novelty', {on: 'kind', kind: 'novelty'}],
	['thinking_delta', {on: 'kind', kind: 'thinking_delta'}],
	['gap 2s', {on: 'gap', gap: 2000}],
	['gap over 2 s', {on: 'gap', gap: 2000}],
	['gap: 2s', {on: 'gap', gap: 2000}],
	['gap 500 ms', {on: 'gap', gap: 500}],
	['gap > 250 ms', {on: 'gap', gap: 250}],
	['when a gap is over 1.5 s', {on: 'gap', gap: 1500}],
	['gap 3', {on: 'gap', gap: 3000}],
	['the end', {on: 'text', text: 'the end'}],
	['when the end', {on: 'text', text: 'when the end'}],
	['gap year', {on: 'text', text: 'gap year'}],
	['text: ping', {on: 'text', text: 'ping'}],
	['  ', null],
];

for (const [words, breakpoint] of breakpoints) {
	test(`the breakpoint ${JSON.stringify(words)} is read`, () => {
		assert.deepEqual(parseBreakpoint(words), breakpoint);
	});
}

test('a written breakpoint is read back', () => {
	const written = fc.oneof(
		fc.constantFrom(...breakpoints.map(([words]) => words)),
		fc.string(),
		fc.string().map(words => `text: ${words}`),
	);
	fc.assert(
		fc.property(written, words => {
			const breakpoint = parseBreakpoint(words);
			if (breakpoint !== null) {
				assert.deepEqual(parseBreakpoint(breakpointSource(breakpoint)), breakpoint);
			}
		}),
	);
});

test('a breakpoint is described in words', () => {
	const words = ['type: error', 'gap 500ms', 'gap 2', 'meow'].map(source => {
		const breakpoint = parseBreakpoint(source);
		assert.ok(breakpoint);
		return breakpointWords(breakpoint);
	});
	assert.deepEqual(words, [
		'when error comes',
		'when a gap is over 500 ms',
		'when a gap is over 2 s',
		'when the text contains "meow"',
	]);
});

test('a delta type is hit only by those deltas', () => {
	const events = tracedStream(
		message(blockStart(0), text(0, 'Hi'), blockDelta(0, {type: 'citations_delta', citation: {}})),
	);
	const hits = (kind: string) => {
		const isHit = breakpointHit({on: 'kind', kind});
		return events.flatMap((_, position) => (isHit(events, position) ? [position] : []));
	};
	assert.deepEqual(hits('citations_delta'), [5]);
	assert.deepEqual(hits('content_block_delta'), [4, 5]);
});
