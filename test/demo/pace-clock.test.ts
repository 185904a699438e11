import assert from 'node:assert/strict';
import {performance} from 'node:perf_hooks';
import {test} from 'node:test';
import {createPaceClock} from '../../source/demo/pace-clock.js';

const now = () => performance.now();
const never = new AbortController().signal;

test('at full speed any wait is over at once', async () => {
	const wait = createPaceClock('max', now).createTimeline(never);
	assert.equal(await wait(3_600_000), true);
});

test('an aborted wait ends without having passed, and so do all that follow', async () => {
	const abort = new AbortController();
	const wait = createPaceClock(1, now).createTimeline(abort.signal);
	const waiting = wait(3_600_000);
	abort.abort();
	assert.equal(await waiting, false);
	assert.equal(await wait(0), false);
});

test('a change of speed shortens what is being waited for', async () => {
	const clock = createPaceClock(0.001, now);
	const waiting = clock.createTimeline(never)(60_000);
	clock.setSpeed(1_000_000);
	assert.equal(await waiting, true);
	assert.equal(clock.speed(), 1_000_000);
});

test('what a timer took too long is made up for by the next wait', async () => {
	let time = 0;
	const clock = createPaceClock(1, () => time);
	const late = clock.createTimeline(never);
	const first = late(1);
	time = 100;
	assert.equal(await first, true);
	// The late timeline counts from 1, so its 90 ms are over; one that begins now still has all of its 20 before it.
	const fresh = clock.createTimeline(never);
	const winner = await Promise.race([late(90).then(() => 'late'), fresh(20).then(() => 'fresh')]);
	assert.equal(winner, 'late');
});

/** The names of some waits in the order in which they end: one of a timeline whose last wait ended at `time` in place of 1, and others that begin then. */
async function orderAfterDelay(time: number, lateMs: number, freshMs: readonly number[]) {
	let at = 0;
	const clock = createPaceClock(1, () => at);
	const late = clock.createTimeline(never);
	const first = late(1);
	at = time;
	assert.equal(await first, true);
	const order: string[] = [];
	await Promise.all([
		late(lateMs).then(() => order.push('late')),
		...freshMs.map(ms =>
			clock
				.createTimeline(never)(ms)
				.then(() => order.push(String(ms))),
		),
	]);
	return order;
}

test('a longer delay is made up for at twice the pace, so that a stream does not come in one piece', async () => {
	assert.deepEqual(await orderAfterDelay(1000, 40, [10, 30]), ['10', 'late', '30']);
});

test('after a standstill, a timeline goes on at its own pace', async () => {
	assert.deepEqual(await orderAfterDelay(60_000, 40, [30, 50]), ['30', 'late', '50']);
});

test('a change of speed wakes each wait once, and an abort after it ends the same wait', async () => {
	const clock = createPaceClock(0.001, now);
	const abort = new AbortController();
	const waiting = clock.createTimeline(abort.signal)(60_000);
	clock.setSpeed(0.002);
	await Promise.resolve();
	abort.abort();
	assert.equal(await waiting, false);
});
