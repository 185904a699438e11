import {test} from 'node:test';
import {createTheme} from '../../../source/text/theme.js';
import {SdkLane} from '../../../source/trace/sdk-lane.js';
import {Trace} from '../../../source/trace/trace.js';
import {useGrowthNews} from '../../../source/ui/attention/use-growth-news.js';
import {openScreen} from '../../../source/ui/screen/screen.js';
import {createScreenStore} from '../../../source/ui/screen/screen-store.js';
import {eventually} from '../../helpers/eventually.js';
import {renderHook} from '../../helpers/render-hook.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, textBlock} from '../../messages/conformance/sample-stream.js';

test('a person who is away is told of each stream that is held, and of the end of the source', async t => {
	const trace = new Trace();
	const store = createScreenStore(
		openScreen({trace, lane: new SdkLane(), theme: createTheme('plain', 0), windowFocus: 'away'}),
	);
	const calls: string[] = [];
	const notify = async (words: string) => {
		calls.push(words);
		return '';
	};
	const hook = await renderHook(
		t,
		(isOpen: boolean) => useGrowthNews(store, {view: trace.view, isOpen}, notify),
		true,
	);
	const alter = (exchange: number, at: number, how: 'held' | 'released') => {
		trace.append({type: 'altered', at, exchange, attempt: 1, how, sse: 5});
		hook.render(true);
	};
	for (const exchange of [1, 2]) {
		for (const event of tracedStream(message(...textBlock(0)), {exchange})) {
			trace.append(event);
		}
	}

	alter(1, 500, 'held');
	await eventually(() => calls.length, 1);
	alter(2, 600, 'held');
	await eventually(() => calls.length, 2);
	alter(2, 700, 'released');
	const renders = hook.values.length;
	await eventually(() => hook.values.length >= renders, true);
	alter(1, 800, 'released');
	alter(1, 850, 'held');
	await eventually(() => calls.length, 3);
	trace.append(complete(900));
	hook.render(false);
	await eventually(
		() => [...calls],
		[
			'exchange 1 is held: H lets it go on',
			'exchange 2 is held: H lets it go on',
			'exchange 1 is held: H lets it go on',
			'the stream has ended',
		],
	);
});
