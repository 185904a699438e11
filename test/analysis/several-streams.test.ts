import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SeveralStreams} from '../../source/analysis/several-streams.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';

const asked = (exchange: number, agent: string): readonly TraceEvent[] =>
	tracedStream([], {exchange}).map(event =>
		event.type === 'request' ? {...event, headers: {'user-agent': agent}} : event,
	);

const isSeveral = (...parts: ReadonlyArray<readonly TraceEvent[]>) => {
	const several = new SeveralStreams();
	const events: TraceEvent[] = [];
	for (const part of parts) {
		events.push(...part);
		several.extend(events);
	}

	return several.isTrue;
};

test('there are several streams when two are open at once, or two programs ask', () => {
	assert.equal(isSeveral(asked(1, 'a'), [complete(200)], asked(2, 'a')), false);
	assert.equal(isSeveral(asked(1, 'a'), asked(2, 'a'), [complete(200)]), true);
	assert.equal(isSeveral(asked(1, 'a'), [complete(200)], asked(2, 'b')), true);
	assert.equal(isSeveral(asked(1, 'a'), asked(1, 'a')), false);
	const look = asked(2, 'b').map(event => (event.type === 'request' ? {...event, method: 'GET'} : event));
	assert.equal(isSeveral(asked(1, 'a'), look), false);
});
