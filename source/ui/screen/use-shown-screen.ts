import {useLayoutEffect, useMemo, useSyncExternalStore} from 'react';
import type {MessageStream} from '../hooks/use-message-stream.js';
import type {Screen, ScreenFacts} from './screen.js';
import type {ScreenStore} from './screen-store.js';

/** What the panes show of a stream: its turns, and how many of its events. */
export type ShownStream = Pick<MessageStream, 'history' | 'yielded'> & {
	readonly events: Pick<MessageStream['events'], 'length'>;
};

/** What else a frame knows: the terminal's size, the prompt's height in rows, and the welcome shown before the first turn. */
export type FrameFacts = Pick<ScreenFacts, 'size' | 'promptHeight' | 'welcome'>;

/** The store's newest screen, rendering again when it changes. */
export function useScreen(store: ScreenStore): Screen {
	return useSyncExternalStore(store.subscribe, () => store.state);
}

/**
 * The newest screen over what `stream` holds in this frame: what the panes draw. Nothing is written during the render. The sizes, which
 * keys and the mouse depend on, reach the store once the frame is committed.
 */
export function useShownScreen(store: ScreenStore, stream: ShownStream, facts: FrameFacts): Screen {
	const newest = useScreen(store);
	const {history, yielded} = stream;
	const {length} = stream.events;
	const {held} = newest.live;
	const drawn = useMemo(() => ({exchanges: history, length, held}), [history, length, held]);
	// A playhead may stand at an event that is newer than the frame.
	const live = newest.live.length > length && newest.playhead !== null ? newest.live : drawn;
	const {promptHeight} = facts;
	const {width, height} = facts.size;
	const said = facts.welcome.join('\n');
	const welcome = useMemo(() => said.split('\n'), [said]);
	const size = useMemo(() => ({width, height}), [width, height]);
	useLayoutEffect(
		() => store.dispatch({name: 'layOut', size, promptHeight, welcome}),
		[store, size, promptHeight, welcome],
	);
	return useMemo(
		() => ({
			...newest,
			live,
			learnt: newest.learnt + yielded,
			size,
			promptHeight,
			welcome,
		}),
		[newest, live, yielded, size, promptHeight, welcome],
	);
}
