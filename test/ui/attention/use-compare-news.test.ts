import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTheme} from '../../../source/text/theme.js';
import {SdkLane} from '../../../source/trace/sdk-lane.js';
import {Trace} from '../../../source/trace/trace.js';
import {useCompareNews} from '../../../source/ui/attention/use-compare-news.js';
import {openScreen} from '../../../source/ui/screen/screen.js';
import {createScreenStore} from '../../../source/ui/screen/screen-store.js';
import {eventually} from '../../helpers/eventually.js';
import {renderHook} from '../../helpers/render-hook.js';

test('a person who is away is told once that a comparison has ended', async t => {
	const store = createScreenStore(
		openScreen({
			trace: new Trace(),
			lane: new SdkLane(),
			theme: createTheme('plain', 0),
			windowFocus: 'away',
		}),
	);
	const calls: string[] = [];
	const notify = async (words: string) => {
		calls.push(words);
		return '';
	};
	const hook = await renderHook(
		t,
		(isComparing: boolean) => useCompareNews(store, isComparing, notify),
		false,
	);
	for (const isComparing of [false, true, true, false, false]) {
		const renders = hook.values.length;
		hook.render(isComparing);
		await eventually(() => hook.values.length > renders, true);
	}

	await eventually(() => [...calls], ['the comparison has ended']);
	assert.equal(calls.length, 1);
});
