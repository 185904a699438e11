import {useEffect} from 'react';
import type {Screen} from '../screen/screen.js';
import type {ScreenStore} from '../screen/screen-store.js';
import {selectExchangesInSight} from './select-log.js';

/** Finds what the SDK makes of a loaded exchange; `null` where nothing is left to be found. */
export type JudgeExchange = (exchange: number) => Promise<void> | null;

/** Finds the SDK's verdicts on the events in sight, where they are not known yet: a recording does not hold them. */
export function useLane(store: ScreenStore, screen: Screen, judge: JudgeExchange): void {
	useEffect(() => {
		for (const exchange of selectExchangesInSight(screen)) {
			void judge(exchange)?.then(() => store.dispatch({name: 'learn'}));
		}
	}, [store, screen, judge]);
}
