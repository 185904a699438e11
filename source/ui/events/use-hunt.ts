import {useEffect} from 'react';
import {selectIsDiffing} from '../diff/select-comparison.js';
import {selectIsCounting} from '../inspector/select-statistics.js';
import type {ScreenStore} from '../screen/screen-store.js';
import {selectIsFiltering} from './select-log.js';

/** Continues a hunt, a filter over a long trace, its statistics or a comparison in steps, so that keys are handled and frames drawn in between. */
export function useHunt(store: ScreenStore): void {
	useEffect(() => {
		let timer: NodeJS.Immediate | null = null;
		const follow = () => {
			const isHunting = store.state.hunt !== null;
			if (
				isHunting ||
				selectIsFiltering(store.state) ||
				selectIsCounting(store.state) ||
				selectIsDiffing(store.state)
			) {
				timer ??= setImmediate(() => {
					timer = null;
					store.dispatch({name: isHunting ? 'continueHunt' : 'continueFilter'});
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
