import assert from 'node:assert/strict';
import {test} from 'node:test';
import {heldBack, type StampedArrival} from '../../source/analysis/held-back.js';

const sent = Array.from({length: 20}, (_, index) => 1000 + index * 40);

const arrivals = (arrive: (sentAt: number, index: number) => readonly [arrivedAt: number, read: number]) =>
	sent.map((sentAt, index): StampedArrival => {
		const [arrivedAt, read] = arrive(sentAt, index);
		return {sentAt, arrivedAt, read};
	});

test('a path that adds the same to each piece passes it on, whatever the clocks say', () => {
	const held = heldBack(arrivals((at, index) => [at - 5000 + (index % 3), index + 1]));
	assert.deepEqual([held.verdict, held.late, held.together, held.max], ['passes it on', 0, 0, 2]);
});

test('a path that collects a few pieces holds them back, and says for how long', () => {
	const held = heldBack(
		arrivals((_, index) => [1000 + Math.floor(index / 5 + 1) * 200, Math.floor(index / 5) + 1]),
	);
	assert.equal(held.verdict, 'holds pieces back');
	assert.deepEqual([held.reads, held.together, held.longestTogether, held.max], [4, 4, 160, 160]);
});

test('a path that waits for the end holds everything back', () => {
	const held = heldBack(arrivals(() => [2000, 1]));
	assert.deepEqual(
		[held.verdict, held.reads, held.sentOver, held.longestTogether],
		['holds everything back', 1, 760, 760],
	);
});

test('a pause of the network alone is late, but no read brings pieces together', () => {
	const held = heldBack(arrivals((at, index) => [at + (index > 10 ? 90 : 0), index + 1]));
	assert.deepEqual([held.verdict, held.late, held.together], ['holds pieces back', 9, 0]);
});
