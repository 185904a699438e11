import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {useNow} from '../../../source/ui/screen/use-now.js';
import {eventually} from '../../helpers/eventually.js';
import {renderHook} from '../../helpers/render-hook.js';

describe('useNow', () => {
	it('reads the clock again at each interval while it is ticking, and not a moment before', async t => {
		t.mock.timers.enable({apis: ['setInterval']});
		let time = 100;
		const {values} = await renderHook(t, () => useNow(() => time, 500, true), null);
		assert.deepEqual(values, [100]);
		for (const [passed, seen] of [
			[499, '100'],
			[1, '100 600'],
			[500, '100 600 1100'],
		] as const) {
			time += passed;
			t.mock.timers.tick(passed);
			await settled();
			await eventually(() => values.join(' '), seen);
		}
	});

	it('starts no timer while nothing moves, and ends its timer when it stops or is gone', async t => {
		t.mock.timers.enable({apis: ['setInterval']});
		let reads = 0;
		const hook = (isTicking: boolean) => useNow(() => ++reads, 500, isTicking);
		const screen = await renderHook(t, hook, false);
		t.mock.timers.tick(5000);
		await settled();
		assert.equal(reads, 1);

		screen.render(true);
		await eventually(() => reads, 2);
		await settled();
		t.mock.timers.tick(500);
		await eventually(() => reads, 3);

		screen.render(false);
		await eventually(() => reads, 4);
		await settled();
		t.mock.timers.tick(5000);
		await settled();
		assert.equal(reads, 4);

		screen.render(true);
		await eventually(() => reads, 5);
		await settled();
		screen.unmount();
		t.mock.timers.tick(5000);
		await settled();
		assert.equal(reads, 5);
	});

	it('takes a new interval', async t => {
		t.mock.timers.enable({apis: ['setInterval']});
		let reads = 0;
		const screen = await renderHook(t, (interval: number) => useNow(() => ++reads, interval, true), 500);
		screen.render(2000);
		await eventually(() => reads, 2);
		await settled();
		t.mock.timers.tick(1999);
		await settled();
		assert.equal(reads, 2);
		t.mock.timers.tick(1);
		await eventually(() => reads, 3);
	});
});

/** Some turns of the event loop, in which React runs what it has put off: its effects, and renders that were asked for. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 20; turn++) {
		await new Promise(setImmediate);
	}
}
