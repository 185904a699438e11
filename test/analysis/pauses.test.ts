import assert from 'node:assert/strict';
import {test} from 'node:test';
import {eventsAlone} from '../../source/analysis/filter/filter-context.js';
import {filterTest} from '../../source/analysis/filter/match-filter.js';
import {gapBefore} from '../../source/analysis/pauses.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {selectPosition} from '../../source/ui/events/select-log.js';
import {keysOf, screenOf} from '../helpers/drawn-pane.js';
import {filterOf} from '../helpers/filter-of.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {message, textBlock} from '../messages/conformance/sample-stream.js';

const later = (events: readonly TraceEvent[], by: number) =>
	events.map(event => ({...event, at: event.at + by}));

/** An exchange whose second attempt began two seconds after the first was rejected, and another exchange after ten seconds of typing. */
const refused = tracedStream([], {status: 529});
const retried = later(tracedStream(message(...textBlock(0)), {attempt: 2}), 2100);
const next = later(tracedStream(message(...textBlock(0)), {exchange: 2}), 12_500);
const events = [...refused, ...retried, complete(2500), ...next, complete(12_900, 2)];
const retry = refused.length;

test('silence within an exchange is a gap, even before another attempt, but typing time is not', () => {
	const gaps = events.map((_, position) => gapBefore(events, position)).filter(gap => gap > 1000);
	assert.deepEqual(gaps, [2000]);
	assert.equal(gapBefore(events, retry), 2000);
	assert.equal(gapBefore(events, 0), 0);
});

test('the breakpoint and the key for pauses use the same gaps', () => {
	for (const gap of [500, 1500]) {
		const isHit = filterTest(filterOf(`gap>${gap}ms`), eventsAlone(events));
		assert.deepEqual(
			events.flatMap((_, position) => (isHit(position) ? [position] : [])),
			[retry],
		);
	}

	const model = screenOf(events, {log: {isFollowing: false, selected: 0, top: 0}});
	const {nextGap} = keysOf(model);
	nextGap();
	assert.equal(selectPosition(model.state), retry);
	nextGap();
	assert.match(model.state.notice ?? '', /^no gap of over a second/);
});

test('pings neither end a silence nor count as one', () => {
	const [first, second] = tracedStream([...textBlock(0)]).slice(-2);
	assert.ok(first !== undefined && second !== undefined);
	const ping: TraceEvent = {
		type: 'sse',
		at: 0,
		exchange: 1,
		attempt: 1,
		chunk: 1,
		event: 'ping',
		data: '{"type":"ping"}',
	};
	const silent = [
		{...first, at: 100},
		{...ping, at: 1100},
		{...ping, at: 2100},
		{...second, at: 3100},
	];
	assert.deepEqual(
		silent.map((_, position) => gapBefore(silent, position)),
		[0, 0, 0, 3000],
	);
});

test('what a tap altered is no sign of the server', () => {
	const [first, second, ...rest] = tracedStream(message(...textBlock(0)));
	assert.ok(first && second);
	const altered = {type: 'altered', at: 90, exchange: 1, attempt: 1, how: 'held', sse: 1} as const;
	const trace = [first, altered, second, ...rest];
	assert.deepEqual([gapBefore(trace, 1), gapBefore(trace, 2)], [0, 100]);
});
