import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {useBursts} from '../../../source/ui/prompt/use-bursts.js';
import {renderHook} from '../../helpers/render-hook.js';

/** Which of the reads are part of a paste, with the milliseconds that pass before each. */
async function bursts(
	t: TestContext,
	...reads: ReadonlyArray<readonly [pause: number, input: string, modifier?: 'ctrl' | 'meta']>
) {
	t.mock.timers.enable({apis: ['setTimeout']});
	const {values} = await renderHook(t, useBursts, undefined);
	const isBurst = values[0] ?? assert.fail();
	return reads.map(([pause, input, modifier]) => {
		t.mock.timers.tick(pause);
		return isBurst(input, {ctrl: modifier === 'ctrl', meta: modifier === 'meta'});
	});
}

test('text with an Enter before more text is pasted, a line with its Enter is typed', async t => {
	const inputs = [
		'one\rtwo\rthree',
		'one\rtwo',
		'\rtwo\rthree',
		'one\r\ntwo\r',
		'one\r',
		'\rtwo',
		'\r',
		'one',
	];
	const reads = inputs.map(input => [300, input] as const);
	assert.deepEqual(await bursts(t, ...reads), [true, true, true, true, false, false, false, false]);
});

test('what follows a paste at once is part of it, to its last Enter', async t => {
	const reads = [
		[0, 'one\rtwo\rth'],
		[3, 'ree\r'],
		[199, '\r'],
		[200, '\r'],
	] as const;
	assert.deepEqual(await bursts(t, ...reads), [true, true, true, false]);
});

test('keys are no text: they end a paste', async t => {
	const reads = [
		[0, 'one\rtwo'],
		[3, '\u001B[A'],
		[3, '\u0003'],
		[3, 'three\r'],
	] as const;
	assert.deepEqual(await bursts(t, ...reads), [true, false, false, false]);
});

test('a letter with Ctrl or Alt is a key, even right after a paste', async t => {
	const reads = [
		[0, 'one\rtwo'],
		[0, 'a', 'ctrl'],
		[0, 'one\rtwo'],
		[0, 'b', 'meta'],
		[0, 'c'],
	] as const;
	assert.deepEqual(await bursts(t, ...reads), [true, false, true, false, false]);
});

test('what is typed right after a paste is typed, and its Enter sends', async t => {
	const reads = [
		[0, 'one\rtwo'],
		[90, 'o'],
		[90, 'k'],
		[90, '\r'],
	] as const;
	assert.deepEqual(await bursts(t, ...reads), [true, false, false, false]);
});
