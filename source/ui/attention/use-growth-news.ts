import {useEffect, useEffectEvent, useRef} from 'react';
import {exchangeIn, type TraceView} from '../../trace/fold-trace.js';
import type {Screen} from '../screen/screen.js';
import type {ScreenStore} from '../screen/screen-store.js';
import {newsOfHold, newsOfSource} from './growth-news.js';
import type {News} from './news.js';
import {type Notify, notifyPerson} from './notify-person.js';

/** Notifies the person when a proxy begins to hold a stream, and when the source of the trace has ended. */
export function useGrowthNews(
	store: ScreenStore,
	{view, isOpen}: {readonly view: TraceView; readonly isOpen: boolean},
	notify: Notify,
): void {
	const tell = useEffectEvent((newsOf: (screen: Screen) => News | null) => {
		const screen = store.newest();
		const news = newsOf(screen);
		if (news !== null) {
			notifyPerson(screen, news, notify);
		}
	});
	const tellOfSource = useEffectEvent(() => tell(screen => newsOfSource(screen, view)));

	const exchange = view.held.at(-1) ?? 0;
	const heldSince = exchangeIn(view, exchange)?.altered.heldSince ?? Number.NEGATIVE_INFINITY;
	const told = useRef(heldSince);
	useEffect(() => {
		// When a hold ends, the newest of those that are left is an older one.
		if (heldSince > told.current) {
			told.current = heldSince;
			tell(screen => newsOfHold(screen, {exchange, heldSince}));
		}
	}, [heldSince, exchange]);

	const wasOpen = useRef(isOpen);
	useEffect(() => {
		if (wasOpen.current && !isOpen) {
			tellOfSource();
		}

		wasOpen.current = isOpen;
	}, [isOpen]);
}
