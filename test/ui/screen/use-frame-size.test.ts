import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {useFrameSize} from '../../../source/ui/screen/use-frame-size.js';
import {eventually} from '../../helpers/eventually.js';
import {renderHook} from '../../helpers/render-hook.js';

describe('useFrameSize', () => {
	it('is the size of the terminal on a screen of its own, and leaves a row free on the normal one', async t => {
		const screen = await renderHook(t, useFrameSize, true);
		assert.deepEqual(screen.values.at(-1), {width: 80, height: 24});
		screen.render(false);
		await eventually(() => screen.values.at(-1), {width: 80, height: 23});
	});

	it('follows the terminal at once, also in a render before the terminal has told its new size', async t => {
		const screen = await renderHook(t, useFrameSize, true);
		Object.assign(screen.stdout, {columns: 100, rows: 40});
		screen.render(true);
		await eventually(() => screen.values.at(-1), {width: 100, height: 40});
		Object.assign(screen.stdout, {columns: 60, rows: 20});
		screen.stdout.emit('resize');
		await eventually(() => screen.values.at(-1), {width: 60, height: 20});
	});

	it('uses the last known size if the terminal does not know its size now', async t => {
		const screen = await renderHook(t, useFrameSize, true);
		for (const unknown of [
			{columns: undefined},
			{rows: undefined},
			{columns: undefined, rows: undefined},
			{columns: 0, rows: 0},
		]) {
			Object.assign(screen.stdout, {columns: 100, rows: 40});
			screen.render(true);
			await eventually(() => screen.values.at(-1), {width: 100, height: 40});
			Object.assign(screen.stdout, unknown);
			screen.render(true);
			await eventually(() => screen.values.at(-1), {width: 80, height: 24});
		}
	});

	it('frees no row of a terminal that has none to spare', async t => {
		const screen = await renderHook(t, useFrameSize, false);
		const heights: number[] = [];
		for (const rows of [12, 11, 10, 9]) {
			Object.assign(screen.stdout, {rows});
			const renders = screen.values.length;
			screen.render(false);
			await eventually(() => screen.values.length > renders, true);
			heights.push(screen.values.at(-1)?.height ?? 0);
		}

		assert.deepEqual(heights, [11, 10, 10, 9]);
	});
});
