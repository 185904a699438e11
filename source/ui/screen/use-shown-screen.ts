import {useLayoutEffect, useMemo, useSyncExternalStore} from 'react';
import type {Screen, ScreenFacts} from './screen.js';
import type {ScreenStore} from './screen-store.js';

/** What a frame knows: how far the trace is shown, how big the terminal is, and how many rows the prompt takes. */
export type FrameFacts = Pick<ScreenFacts, 'live' | 'learnt' | 'size' | 'promptHeight' | 'welcome'>;

/** The store's newest screen, rendering again when it changes. */
export function useScreen(store: ScreenStore): Screen {
	return useSyncExternalStore(store.subscribe, () => store.state);
}

/**
 * The newest screen as this frame shows it. Nothing is written during the render: the sizes, which keys and the mouse go by, reach the store
 * once the frame stands.
 */
export function useShownScreen(store: ScreenStore, facts: FrameFacts): Screen {
	const newest = useScreen(store);
	const {live, learnt, promptHeight} = facts;
	const {width, height} = facts.size;
	const welcome = facts.welcome.join('\n');
	const size = useMemo(() => ({width, height}), [width, height]);
	useLayoutEffect(() => store.dispatch({name: 'layOut', size, promptHeight}), [store, size, promptHeight]);
	return useMemo(
		() => ({
			...newest,
			live,
			learnt: newest.learnt + learnt,
			size,
			promptHeight,
			welcome: welcome.split('\n'),
		}),
		[newest, live, learnt, size, promptHeight, welcome],
	);
}
