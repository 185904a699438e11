import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {Pair} from '../../../source/ui/pair/pair.js';
import {type PairAction, reducePair} from '../../../source/ui/pair/reduce-pair.js';
import {samplePair} from './pair-samples.js';

const press = (pair: Pair, ...names: ReadonlyArray<Exclude<PairAction['name'], 'tick'>>): Pair =>
	names.reduce((before, name) => reducePair(before, {name}), pair);

const tick = (pair: Pair, elapsed: number) => reducePair(pair, {name: 'tick', elapsed});

describe('two recordings in step', () => {
	it('are in step by time if both have times, and else by event', () => {
		assert.equal(samplePair().by, 'time');
		const untimed = samplePair({}, false);
		assert.equal(untimed.by, 'event');
		assert.equal(press(untimed, 'toggleStep').by, 'event');
		assert.equal(press(untimed, 'toggleStep').notice, 'one of them has no times: in step by event');
	});

	it('by time, a step brings what came next on either side, or on both at once', () => {
		const steps = [1, 2, 3, 4, 5].map(
			count => press(samplePair(), ...Array.from({length: count}, () => 'stepForward' as const)).lengths,
		);
		// Both requests and responses and first events come at once; the second stream is slower.
		assert.deepEqual(steps, [
			[1, 1],
			[2, 2],
			[3, 3],
			[4, 3],
			[5, 3],
		]);
	});

	it('by event, a step brings what belongs together, whenever it came', () => {
		const pair = press(samplePair({by: 'event'}), ...Array.from({length: 5}, () => 'stepForward' as const));
		assert.deepEqual(pair.lengths, [5, 5]);
		const further = press(pair, 'stepForward', 'stepForward');
		assert.deepEqual(further.lengths, [7, 6]);
		assert.deepEqual(press(further, 'stepBack').lengths, [6, 6]);
	});

	it('a switch from time to event shows together what belongs together', () => {
		const pair = press(
			samplePair(),
			'stepForward',
			'stepForward',
			'stepForward',
			'stepForward',
			'stepForward',
		);
		assert.deepEqual(pair.lengths, [5, 3]);
		assert.deepEqual(press(pair, 'toggleStep').lengths, [5, 5]);
	});

	it('n and N go from difference to difference, and say which it is', () => {
		const first = press(samplePair(), 'nextDifference');
		assert.deepEqual([first.lengths, first.notice], [[6, 6], 'difference 1 of 2']);
		const second = press(first, 'nextDifference');
		assert.deepEqual([second.lengths, second.notice], [[7, 6], 'difference 2 of 2']);
		assert.equal(press(second, 'nextDifference').notice, 'no difference after this');
		assert.equal(press(second, 'previousDifference').notice, 'difference 1 of 2');
	});

	it('plays both on one clock, at a speed, and stops at the end of the longer one', () => {
		const playing = press(samplePair(), 'playPause');
		assert.deepEqual(tick(playing, 125).lengths, [4, 3]);
		assert.deepEqual(tick(press(playing, 'faster'), 62.5).lengths, [4, 3]);
		const ended = tick(playing, 2000);
		assert.deepEqual([ended.lengths, ended.isPlaying], [[11, 10], false]);
		assert.deepEqual(press(ended, 'playPause').lengths, [0, 0]);
	});

	it('by event, plays one step after the other', () => {
		const playing = press(samplePair({by: 'event'}), 'playPause');
		assert.deepEqual(tick(playing, 150).lengths, [0, 0]);
		assert.deepEqual(tick(tick(playing, 150), 300).lengths, [2, 2]);
	});

	it('goes anywhere and stays within both recordings, and a step back undoes a step', () => {
		const names = [
			'stepForward',
			'stepBack',
			'toggleStep',
			'nextDifference',
			'previousDifference',
			'toStart',
			'toEnd',
			'playPause',
			'faster',
		] as const;
		const actions = fc.oneof(
			fc.constantFrom(...names).map((name): PairAction => ({name})),
			fc.nat(900).map((elapsed): PairAction => ({name: 'tick', elapsed})),
		);
		fc.assert(
			fc.property(fc.array(actions, {maxLength: 30}), list => {
				const pair = list.reduce(reducePair, samplePair());
				const [left, right] = pair.lengths;
				assert.ok(left >= 0 && left <= 11 && right >= 0 && right <= 10, `${left} ${right}`);
				const on = press(pair, 'stepForward');
				if (pair.by === 'time' && left + right < 21) {
					assert.deepEqual(press(on, 'stepBack').lengths, pair.lengths);
				}
			}),
		);
	});
});
