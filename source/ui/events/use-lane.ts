import {useEffect} from 'react';
import type {Screen} from '../screen/screen.js';
import type {ScreenStore} from '../screen/screen-store.js';
import {selectExchangesInSight} from './select-log.js';

/** Finds the SDK's verdicts on a loaded exchange. Returns `null` if there are none left to find. */
export type JudgeExchange = (exchange: number) => Promise<void> | null;

/** Finds the SDK's verdict on each visible event that has none yet: a recording does not contain them. */
export function useLane(store: ScreenStore, screen: Screen, judge: JudgeExchange): void {
	useEffect(() => {
		for (const exchange of selectExchangesInSight(screen)) {
			void judge(exchange)?.then(() => store.dispatch({name: 'learn'}));
		}
	}, [store, screen, judge]);
}
