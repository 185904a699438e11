import {useEffect, useEffectEvent, useRef} from 'react';
import {exchangeIn, type TraceView} from '../../trace/fold-trace.js';
import type {ScreenStore} from '../screen/screen-store.js';
import {type Notify, notifyPerson} from './notify-person.js';

/** Notifies the person when a proxy begins to hold a stream, and when the source of the trace has ended. */
export function useGrowthNews(
	store: ScreenStore,
	{view, isOpen}: {readonly view: TraceView; readonly isOpen: boolean},
	notify: Notify,
): void {
	const tell = useEffectEvent((words: string) =>
		notifyPerson(store.newest(), {words, isPressing: true}, notify),
	);

	const exchange = view.held.at(-1) ?? 0;
	const heldSince = exchangeIn(view, exchange)?.altered.heldSince ?? Number.NEGATIVE_INFINITY;
	const told = useRef(heldSince);
	useEffect(() => {
		// When a hold ends, the newest of those that are left is an older one.
		if (heldSince > told.current) {
			told.current = heldSince;
			tell(`exchange ${exchange} is held: H lets it go on`);
		}
	}, [heldSince, exchange]);

	const wasOpen = useRef(isOpen);
	useEffect(() => {
		if (wasOpen.current && !isOpen) {
			tell('the stream has ended');
		}

		wasOpen.current = isOpen;
	}, [isOpen]);
}
