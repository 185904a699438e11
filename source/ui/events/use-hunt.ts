import {useEffect} from 'react';
import type {ScreenStore} from '../screen/screen-store.js';

/** Continues a hunt in steps, so that keys are handled and frames drawn in between. */
export function useHunt(store: ScreenStore): void {
	useEffect(() => {
		let timer: NodeJS.Immediate | null = null;
		const follow = () => {
			if (store.state.hunt !== null) {
				timer ??= setImmediate(() => {
					timer = null;
					store.dispatch({name: 'continueHunt'});
				});
			}
		};
		follow();
		const unsubscribe = store.subscribe(follow);
		return () => {
			unsubscribe();
			clearImmediate(timer ?? undefined);
		};
	}, [store]);
}
