import {useSyncExternalStore} from 'react';
import type {TraceView} from '../../trace/fold-trace.js';
import {createStore, type Store} from '../screen/store.js';
import {useNow} from '../screen/use-now.js';
import type {PlayerHeader} from './player-frame.js';

/** Where a growing trace comes from. `isOpen` is false once nothing more can come. */
export type TraceGrowth = {
	readonly source: Store<{readonly isOpen: boolean}>;
	/** Milliseconds on the trace's clock. */
	readonly now: () => number;
	/** What is read, how much of it, and how long ago the last byte came. `length` is the number of events in the frame. */
	readonly header: (length: number) => PlayerHeader;
};

/** How often the time since the last byte is drawn, in milliseconds. */
const interval = 500;

const nothing = createStore({isOpen: false});
const never = () => Number.NaN;

/** The header of the player, the time on the trace's clock, and whether more can come; the time is `null` where the clock stands. */
export function useGrowth(
	{growth, header}: {readonly growth: TraceGrowth | null; readonly header: PlayerHeader},
	view: TraceView,
): {readonly header: PlayerHeader; readonly now: number | null; readonly isOpen: boolean} {
	const {source} = growth ?? {source: nothing};
	// Each read changes the source, and only frames draw what it brought.
	const isOpen = useSyncExternalStore(source.subscribe, () => source.state.isOpen);
	const now = useNow(growth?.now ?? never, interval, isOpen, view);
	return growth === null
		? {header, now: null, isOpen}
		: {header: growth.header(view.length), now: isOpen ? now : null, isOpen};
}
