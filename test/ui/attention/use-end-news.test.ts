import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createTheme} from '../../../source/text/theme.js';
import {lastItem} from '../../../source/trace/persistent-list.js';
import {SdkLane} from '../../../source/trace/sdk-lane.js';
import {Trace} from '../../../source/trace/trace.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {useEndNews} from '../../../source/ui/attention/use-end-news.js';
import {openScreen} from '../../../source/ui/screen/screen.js';
import {createScreenStore} from '../../../source/ui/screen/screen-store.js';
import {eventually} from '../../helpers/eventually.js';
import {renderHook} from '../../helpers/render-hook.js';
import {complete, failed, tracedStream} from '../../helpers/traced-stream.js';
import {message, textBlock} from '../../messages/conformance/sample-stream.js';

const answer = (exchange: number) => tracedStream(message(...textBlock(0)), {exchange});

/** The words that a person is called with while these events arrive, each list before one frame. Others were there before. */
async function callsAt(
	t: Parameters<typeof renderHook>[0],
	before: readonly TraceEvent[],
	...frames: ReadonlyArray<readonly TraceEvent[]>
) {
	const trace = new Trace(before);
	const screen = openScreen(
		{trace, lane: new SdkLane(), theme: createTheme('plain', 0), windowFocus: 'away'},
		{notify: 'bell'},
	);
	const store = createScreenStore(screen);
	const latest = () => lastItem(trace.view.exchanges) ?? null;
	const calls: string[] = [];
	const notify = async (words: string, way: string) => {
		calls.push(`${way}: ${words}`);
		return '';
	};
	const hook = await renderHook(
		t,
		(exchange: ReturnType<typeof latest>) => useEndNews(store, exchange, notify),
		latest(),
	);
	for (const events of frames) {
		for (const event of events) {
			trace.append(event);
		}

		const renders = hook.values.length;
		hook.render(latest());
		await eventually(() => hook.values.length > renders, true);
	}

	// Effects run after their render, in a turn of their own.
	for (let turn = 0; turn < 20; turn++) {
		await new Promise(setImmediate);
	}

	return calls;
}

describe('useEndNews', () => {
	it('calls once for an answer that ended, however often it is drawn', async t => {
		assert.deepEqual(await callsAt(t, [], answer(1), [complete(60_000)], [], []), [
			'bell: answered in 1 m 0 s',
		]);
	});

	it('calls for an answer that failed', async t => {
		assert.deepEqual(await callsAt(t, answer(1), [failed(200, 'api_error')]), ['bell: failed: It failed']);
	});

	it('ignores exchanges that ended before, and calls for those that end later', async t => {
		const ended = [...answer(1), complete(60_000)];
		assert.deepEqual(await callsAt(t, ended, [], []), []);
		assert.deepEqual(await callsAt(t, ended, answer(2), [complete(30_000, 2)]), ['bell: answered in 30.0 s']);
	});
});
