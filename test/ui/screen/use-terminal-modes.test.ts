import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import type {WindowFocus} from '../../../source/ui/attention/attention-state.js';
import {createStore, type Store} from '../../../source/ui/screen/store.js';
import {useTerminalModes} from '../../../source/ui/screen/use-terminal-modes.js';
import {eventually} from '../../helpers/eventually.js';
import {renderHook} from '../../helpers/render-hook.js';
import {createTerminalScreen} from '../../helpers/terminal-screen.js';

async function open(t: TestContext, hasMouse: boolean, canSwitchGraphemes = false) {
	const screen = await renderHook(t, useTerminalModes, {
		hasMouse,
		canSwitchGraphemes,
		title: null,
		focus: null,
	});
	const terminal = createTerminalScreen({columns: 80, rows: 24});
	t.after(() => terminal.dispose());
	let fed = 0;
	/** Whether the terminal wraps rows and reports the mouse, after all that has been written so far. */
	const modes = async () => {
		const written = screen.written();
		await terminal.feed(written.slice(fed));
		fed = written.length;
		const {wraparound, mouseTracking} = terminal.modes();
		return {wraparound, mouseTracking};
	};
	const lend = (run: () => Promise<void>) => {
		const lendTerminal = screen.values.at(-1);
		assert.ok(lendTerminal);
		return lendTerminal(run);
	};
	await eventually(() => screen.written().includes('\u001B[?7l'), true);
	return {...screen, modes, lend};
}

const usual = {wraparound: true, mouseTracking: 'none'} as const;
const drawn = {wraparound: false, mouseTracking: 'none'} as const;
const withMouse = {wraparound: false, mouseTracking: 'drag'} as const;

describe('useTerminalModes', () => {
	for (const [hasMouse, own] of [
		[false, drawn],
		[true, withMouse],
	] as const) {
		it(`sets the modes of the screen ${hasMouse ? 'with' : 'without'} a mouse, and changes them back at the end`, async t => {
			const {modes, unmount, written} = await open(t, hasMouse);
			assert.deepEqual(await modes(), own);
			unmount();
			await eventually(() => written().includes('\u001B[?7h'), true);
			assert.deepEqual(await modes(), usual);
		});

		it(`lends the terminal ${hasMouse ? 'with' : 'without'} a mouse in its usual modes, and takes it back`, async t => {
			const {modes, lend} = await open(t, hasMouse);
			let lent: unknown;
			await lend(async () => {
				lent = await modes();
			});
			assert.deepEqual([lent, await modes()], [usual, own]);
		});
	}

	it('follows a terminal that gets a mouse', async t => {
		const {modes, render, written} = await open(t, false);
		render({hasMouse: true, canSwitchGraphemes: false, title: null, focus: null});
		await eventually(() => written().includes('\u001B[?1000h'), true);
		assert.deepEqual(await modes(), withMouse);
	});

	it('lets the borrower lend the terminal on: it is taken back once, at the end', async t => {
		const {modes, lend} = await open(t, true);
		const seen: unknown[] = [];
		await lend(async () => {
			await lend(async () => {
				seen.push(await modes());
			});
			seen.push(await modes());
		});
		assert.deepEqual([...seen, await modes()], [usual, usual, withMouse]);
		await lend(async () => {
			seen.push(await modes());
		});
		assert.deepEqual([seen.length, seen.at(-1)], [3, usual]);
	});

	it('takes the terminal back from a borrower that fails, and passes the error on', async t => {
		const {modes, lend} = await open(t, true);
		const error = new Error('no editor');
		await assert.rejects(
			lend(async () => {
				throw error;
			}),
			error,
		);
		assert.deepEqual(await modes(), withMouse);
		let again: unknown;
		await lend(async () => {
			again = await modes();
		});
		assert.deepEqual(again, usual);
	});

	it('switches grapheme clusters on where the terminal can, and off again for a borrower and at the end', async t => {
		const {lend, written, unmount} = await open(t, false, true);
		const switches = () =>
			written()
				.match(/\u001B\[\?2027[hl]/g)
				?.map(code => code.at(-1))
				.join('');
		assert.equal(switches(), 'h');
		await lend(async () => {
			assert.equal(switches(), 'hl');
		});
		assert.equal(switches(), 'hlh');
		unmount();
		await eventually(switches, 'hlhl');
	});

	it('leaves grapheme clusters alone elsewhere', async t => {
		const {written, unmount} = await open(t, false);
		unmount();
		await eventually(() => written().includes('\u001B[?7h'), true);
		assert.doesNotMatch(written(), /2027/);
	});

	it('has the focus reported, except to a borrower, after whom it is not known', async t => {
		const focus = createStore<WindowFocus>('away');
		const screen = await renderHook(t, useTerminalModes, {
			hasMouse: false,
			canSwitchGraphemes: false,
			title: null,
			focus: focus as Store<WindowFocus> | null,
		});
		const switches = () =>
			screen
				.written()
				.match(/\u001B\[\?1004[hl]/g)
				?.map(code => code.at(-1))
				.join('');
		await eventually(switches, 'h');
		assert.equal(focus.state, 'away');
		await screen.values.at(-1)?.(async () => {
			assert.equal(switches(), 'hl');
		});
		assert.deepEqual([switches(), focus.state], ['hlh', 'unknown']);
		focus.update(() => 'focused');
		screen.render({hasMouse: false, canSwitchGraphemes: false, title: null, focus: null});
		await eventually(switches, 'hlhl');
		assert.equal(focus.state, 'unknown');
		screen.render({hasMouse: true, canSwitchGraphemes: false, title: null, focus});
		await eventually(switches, 'hlhlh');
		screen.unmount();
		await eventually(switches, 'hlhlhl');
	});

	it('sets a title, gives the one before back while the terminal is lent and at the end', async t => {
		const screen = await renderHook(t, useTerminalModes, {
			hasMouse: false,
			canSwitchGraphemes: false,
			title: 'One' as string | null,
			focus: null,
		});
		await eventually(() => screen.written().includes('\u001B]2;One\u0007'), true);
		screen.render({hasMouse: false, canSwitchGraphemes: false, title: 'Two', focus: null});
		await eventually(() => screen.written().includes('\u001B]2;Two\u0007'), true);
		await screen.values.at(-1)?.(async () => {});
		screen.unmount();
		await eventually(() => screen.written().match(/\u001B\[23;2t/g)?.length, 2);
		const titles = screen.written().match(/\u001B\[2[23];2t|\u001B\]2;[^\u0007]*\u0007/g) ?? [];
		assert.deepEqual(titles, [
			'\u001B[22;2t',
			'\u001B]2;One\u0007',
			'\u001B]2;Two\u0007',
			'\u001B[23;2t',
			'\u001B[22;2t',
			'\u001B]2;Two\u0007',
			'\u001B[23;2t',
		]);
	});
});
