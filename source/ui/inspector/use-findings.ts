import {useEffect, useRef} from 'react';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {selectFindings} from '../events/select-findings.js';
import {selectExchangesInSight} from '../events/select-log.js';
import {selectExchange} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import type {ScreenStore} from '../screen/screen-store.js';

/** Finishes checking large exchanges loaded from a file, in small steps, so that keys are handled in between. */
export function useFindings(store: ScreenStore, screen: Screen): void {
	const isRunning = useRef(false);
	useEffect(() => {
		const behind = [...selectExchangesInSight(screen)]
			.map(number => selectExchange(screen, number))
			.find(exchange => exchange !== null && selectFindings(screen).catchUp(exchange));
		if (!behind || isRunning.current) {
			return;
		}

		isRunning.current = true;
		checkInTurns(screen, behind, () => {
			isRunning.current = false;
			store.dispatch({name: 'learn'});
		});
	}, [store, screen]);
}

function checkInTurns(screen: Screen, exchange: ExchangeView, onDone: () => void): void {
	setImmediate(() => {
		if (selectFindings(screen).catchUp(exchange)) {
			checkInTurns(screen, exchange, onDone);
		} else {
			onDone();
		}
	});
}
