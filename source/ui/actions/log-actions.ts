import type {ScreenModel} from '../screen-model.js';
import {followingList, type ListState, moveSelection, selectRow} from '../state/list-state.js';

/** What keys do to the event log. */
export function logActions(model: ScreenModel) {
	const change = (next: (log: ListState, count: number, height: number) => ListState) => () => {
		const count = model.logCount;
		const {height} = model.inside('events');
		// The inspector shows another event: it starts at its top.
		model.store.update(state => ({...state, log: next(state.log, count, height), inspectorTop: 0}));
	};

	const page = (height: number) => Math.max(1, height - 1);
	return {
		logUp: change((log, count, height) => moveSelection(log, -1, count, height)),
		logDown: change((log, count, height) => moveSelection(log, 1, count, height)),
		logPageUp: change((log, count, height) => moveSelection(log, -page(height), count, height)),
		logPageDown: change((log, count, height) => moveSelection(log, page(height), count, height)),
		logTop: change((log, count, height) => selectRow(log, 0, count, height)),
		logTail: change(() => followingList),
		toggleRaw: () => model.store.update(state => ({...state, isRaw: !state.isRaw, inspectorTop: 0})),
	};
}
