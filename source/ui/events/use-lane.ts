import {useEffect} from 'react';
import {listWindow} from '../screen/list-state.js';
import type {ScreenModel} from '../screen/screen-model.js';

/** Finds out what the SDK makes of a loaded exchange; `null` where nothing is left to be found out. */
export type JudgeExchange = (exchange: number) => Promise<void> | null;

/** Has the SDK's verdicts on the events in sight found out, where they are not known yet: a recording does not hold them. */
export function useLane(model: ScreenModel, judge: JudgeExchange): void {
	useEffect(() => {
		for (const exchange of exchangesInSight(model)) {
			void judge(exchange)?.then(() => model.store.update(state => ({...state})));
		}
	});
}

/** The exchanges of the rows that the event log shows, and of the selected one. */
export function exchangesInSight(model: ScreenModel): ReadonlySet<number> {
	const {height} = model.inside('events');
	const {top, bottom} = listWindow(model.state.log, model.logCount, height);
	const rows = Array.from({length: Math.max(0, bottom - top)}, (_, offset) => model.logRow(top + offset));
	const positions = [...rows.map(row => row?.first ?? -1), model.selectedPosition];
	return new Set(
		positions.map(position => model.trace.at(position)?.exchange).filter(exchange => exchange !== undefined),
	);
}
