import type {ScreenModel} from '../screen-model.js';
import {tabNames} from '../state/screen-state.js';

/** What keys do to the inspector. */
export function inspectorActions(model: ScreenModel) {
	const scrollTo = (next: (top: number, last: number, height: number) => number) => () => {
		const {height} = model.inside('inspector');
		const last = Math.max(0, model.inspector.count - height);
		model.store.update(state => ({
			...state,
			inspectorTop: Math.max(0, Math.min(last, next(Math.min(state.inspectorTop, last), last, height))),
		}));
	};

	const tab = (by: number) => () => {
		model.store.update(state => {
			const index = (tabNames.indexOf(state.tab) + by + tabNames.length) % tabNames.length;
			return {...state, tab: tabNames[index] ?? 'message', inspectorTop: 0};
		});
	};

	return {
		previousTab: tab(-1),
		nextTab: tab(1),
		inspectorUp: scrollTo(top => top - 1),
		inspectorDown: scrollTo(top => top + 1),
		inspectorPageUp: scrollTo((top, _, height) => top - height),
		inspectorPageDown: scrollTo((top, _, height) => top + height),
		inspectorTop: scrollTo(() => 0),
		inspectorEnd: scrollTo((_, last) => last),
	};
}
