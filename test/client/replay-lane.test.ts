import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createReplayLane} from '../../source/client/replay-lane.js';
import {SdkLane} from '../../source/trace/sdk-lane.js';
import {Trace} from '../../source/trace/trace.js';
import {appendExchange} from '../helpers/append-exchange.js';

const withResponse = (): Trace => {
	const sketch = new Trace();
	for (const answer of ['One', 'Two']) {
		appendExchange(sketch, {messages: [{role: 'user', content: 'Hello'}], answer});
	}

	const trace = new Trace();
	for (const event of sketch.events) {
		trace.append(
			event.type === 'request' ? {...event, body: {...(event.body as object), stream: true}} : event,
		);
		if (event.type === 'request') {
			const {at, exchange, attempt} = event;
			trace.append({type: 'response', at, exchange, attempt, status: 200, headers: {}});
		}
	}

	return trace;
};

test('the lane of an exchange is found out when it is asked for, once, and that of the others is not', async () => {
	const trace = withResponse();
	const lane = new SdkLane();
	const judge = createReplayLane(trace, lane);
	await judge(2);
	const verdicts = trace.events.map((_, position) => lane.at(position).verdict);
	assert.deepEqual(
		verdicts.slice(0, 6),
		Array.from({length: 6}, () => 'none'),
	);
	assert.deepEqual(verdicts.slice(6), ['none', 'none', 'yielded', 'yielded', 'yielded', 'none']);
	assert.deepEqual(lane.at(10).helpers, ['streamEvent', 'text']);
	assert.equal(judge(2), null);
});

test('exchanges that come later are not asked for', () => {
	const trace = withResponse();
	const judge = createReplayLane(trace, new SdkLane());
	appendExchange(trace, {messages: []});
	assert.equal(judge(3), null);
	assert.equal(judge(9), null);
});

test('exchanges that are asked for together do not mix', async () => {
	const trace = withResponse();
	const lane = new SdkLane();
	const judge = createReplayLane(trace, lane);
	await Promise.all([judge(1), judge(2)]);
	for (const position of [2, 3, 4, 8, 9, 10]) {
		assert.equal(lane.at(position).verdict, 'yielded');
	}
});
