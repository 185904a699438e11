import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ExchangeView} from '../../../source/trace/exchange-view.js';
import {foldTrace} from '../../../source/trace/fold-trace.js';
import {lastItem} from '../../../source/trace/persistent-list.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {useBell} from '../../../source/ui/screen/use-bell.js';
import {eventually} from '../../helpers/eventually.js';
import {renderHook} from '../../helpers/render-hook.js';
import {complete, failed, tracedStream} from '../../helpers/traced-stream.js';
import {message, textBlock} from '../../messages/conformance/sample-stream.js';

const latestOf = (...events: readonly TraceEvent[]): ExchangeView | null =>
	lastItem(foldTrace(events).exchanges) ?? null;
const answer = (exchange: number) => tracedStream(message(...textBlock(0)), {exchange});

const running = latestOf(...answer(1));
const long = latestOf(...answer(1), complete(60_000));
const short = latestOf(...answer(1), complete(200));
const failure = latestOf(...answer(1), failed(200, 'api_error'));
const second = latestOf(...answer(1), complete(200), ...answer(2), complete(60_000, 2));

/** The words that a person is called with while these exchanges are the latest ones, one after the other. */
async function callsAt(t: Parameters<typeof renderHook>[0], ...views: readonly (ExchangeView | null)[]) {
	const [first = null, ...rest] = views;
	const calls: string[] = [];
	const screen = await renderHook(
		t,
		(latest: ExchangeView | null) => useBell(latest, words => calls.push(words)),
		first,
	);
	for (const view of rest) {
		const renders = screen.values.length;
		screen.render(view);
		await eventually(() => screen.values.length > renders, true);
	}

	// Effects run after their render, in a turn of their own.
	for (let turn = 0; turn < 20; turn++) {
		await new Promise(setImmediate);
	}

	return calls;
}

const done = 'streamscope: the answer is complete';

describe('useBell', () => {
	it('calls once for an answer that took long, however often it is drawn', async t => {
		assert.deepEqual(await callsAt(t, null, running, long, long, latestOf(...answer(1), complete(60_000))), [
			done,
		]);
	});

	it('calls for an answer that failed, and not for one that came soon', async t => {
		assert.deepEqual(await callsAt(t, running, failure), ['streamscope: It failed']);
		assert.deepEqual(await callsAt(t, running, short), []);
	});

	it('ignores exchanges that ended before, and notifies of those that end later', async t => {
		assert.deepEqual(await callsAt(t, long, long), []);
		assert.deepEqual(await callsAt(t, long, second), [done]);
	});

	it('does not notify again when an older exchange becomes the latest one again', async t => {
		assert.deepEqual(await callsAt(t, running, second, failure, second), [done]);
	});
});
