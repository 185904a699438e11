import {useEffect, useRef} from 'react';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {exchangesInSight} from '../events/use-lane.js';
import type {ScreenModel} from '../screen/screen-model.js';

/** Has large exchanges that were loaded from a file checked to their end, in turns, so that keys are taken in between. */
export function useFindings(model: ScreenModel): void {
	const isRunning = useRef(false);
	useEffect(() => {
		const behind = [...exchangesInSight(model)]
			.map(number => model.exchangeOf(number))
			.find(exchange => exchange !== null && model.findings.catchUp(exchange));
		if (!behind || isRunning.current) {
			return;
		}

		isRunning.current = true;
		checkInTurns(model, behind, () => {
			isRunning.current = false;
			model.store.update(state => ({...state}));
		});
	});
}

function checkInTurns(model: ScreenModel, exchange: ExchangeView, onDone: () => void): void {
	setImmediate(() => {
		if (model.findings.catchUp(exchange)) {
			checkInTurns(model, exchange, onDone);
		} else {
			onDone();
		}
	});
}
