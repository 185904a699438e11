import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {type LaneEntry, SdkLane, type SdkVerdict} from '../../source/trace/sdk-lane.js';

const none: LaneEntry = {verdict: 'none', helpers: []};

const change = fc.record({
	position: fc.nat(40),
	verdict: fc.constantFrom<SdkVerdict>('pending', 'yielded', 'dropped', 'thrown'),
	helper: fc.option(fc.constantFrom('connect', 'streamEvent', 'text', 'end')),
});

test('each position has the last verdict and the helpers that fired there, in order', () => {
	fc.assert(
		fc.property(fc.array(change), changes => {
			const lane = new SdkLane();
			const model = new Map<number, LaneEntry>();
			for (const {position, verdict, helper} of changes) {
				const {helpers, verdict: before} = model.get(position) ?? none;
				if (helper === null) {
					lane.judge(position, verdict);
					model.set(position, {verdict, helpers});
				} else {
					lane.fired(position, helper);
					model.set(position, {verdict: before, helpers: [...helpers, helper]});
				}
			}

			for (let position = 0; position < 45; position++) {
				assert.deepEqual(lane.at(position), model.get(position) ?? none);
			}
		}),
	);
});

test('equal entries share one object', () => {
	const lane = new SdkLane();
	for (let position = 0; position < 10_000; position++) {
		lane.judge(position, 'yielded');
		lane.fired(position, 'streamEvent');
		lane.fired(position, 'text');
	}

	assert.equal(new Set(Array.from({length: 10_000}, (_, position) => lane.at(position))).size, 1);
});
