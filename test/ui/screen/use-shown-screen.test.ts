import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type FrameFacts, useShownScreen} from '../../../source/ui/screen/use-shown-screen.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {eventually} from '../../helpers/eventually.js';
import {renderHook} from '../../helpers/render-hook.js';
import {tracedStream} from '../../helpers/traced-stream.js';
import {message, textBlock} from '../../messages/conformance/sample-stream.js';

const open = () => {
	const store = screenOf(tracedStream(message(...textBlock(0))));
	const facts: FrameFacts = {
		size: {width: 100, height: 30},
		promptHeight: 3,
		welcome: ['Hello'],
	};
	const {exchanges: history, length} = store.state.live;
	const stream = {history, events: {length}, yielded: 0};
	return {store, stream, facts};
};

describe('useShownScreen', () => {
	it('returns the very same screen while only the prompt changes', async t => {
		const {store, stream, facts} = open();
		const screen = await renderHook(t, (now: FrameFacts) => useShownScreen(store, stream, now), facts);
		await eventually(() => screen.values.length > 0, true);
		const before = screen.values.at(-1);
		const renders = screen.values.length;
		screen.render({...facts, size: {...facts.size}, welcome: ['Hello']});
		await eventually(() => screen.values.length > renders, true);
		assert.ok(screen.values.at(-1) === before);
	});

	it('shows a size in the very frame that knows it, and updates the store once the frame is committed', async t => {
		const {store, stream, facts} = open();
		const screen = await renderHook(t, (now: FrameFacts) => useShownScreen(store, stream, now), facts);
		screen.render({...facts, size: {width: 60, height: 20}, promptHeight: 5});
		await eventually(() => [store.state.size, store.state.promptHeight], [{width: 60, height: 20}, 5]);
		const narrow = screen.values.find(({size}) => size.width === 60);
		assert.equal(narrow?.promptHeight, 5);
	});

	it('is drawn again when an action changes the screen', async t => {
		const {store, stream, facts} = open();
		const screen = await renderHook(t, (now: FrameFacts) => useShownScreen(store, stream, now), facts);
		store.dispatch({name: 'toggleZoom'});
		await eventually(() => screen.values.at(-1)?.isZoomed, true);
	});

	it('holds the events up to the playhead, even if the frame of the stream is older', async t => {
		const {store, stream, facts} = open();
		const screen = await renderHook(t, (now: FrameFacts) => useShownScreen(store, stream, now), facts);
		for (const event of tracedStream(message(...textBlock(0)), {exchange: 2})) {
			store.state.trace.append(event);
		}

		store.dispatch({name: 'seek', length: 12});
		await eventually(() => screen.values.at(-1)?.playhead, 12);
		assert.ok(screen.values.every(({playhead, live}) => (playhead ?? 0) <= live.length));
	});
});
