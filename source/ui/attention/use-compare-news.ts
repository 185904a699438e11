import {useEffect, useEffectEvent, useRef} from 'react';
import type {ScreenStore} from '../screen/screen-store.js';
import {type Notify, notifyPerson} from './notify-person.js';

/** Notifies the person when a comparison ends, which takes as long as two answers. */
export function useCompareNews(store: ScreenStore, isComparing: boolean, notify: Notify): void {
	const tell = useEffectEvent(() =>
		notifyPerson(store.state, {words: 'the comparison has ended', isPressing: true}, notify),
	);
	const wasComparing = useRef(isComparing);
	useEffect(() => {
		if (wasComparing.current && !isComparing) {
			tell();
		}

		wasComparing.current = isComparing;
	}, [isComparing]);
}
