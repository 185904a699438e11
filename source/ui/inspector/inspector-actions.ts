import {toggleFold} from '../../text/json-tree/json-folds.js';
import {
	atTop,
	followingList,
	type ListState,
	listWindow,
	moveSelection,
	scrollList,
} from '../screen/list-state.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {type TabName, tabNames} from '../screen/screen-state.js';
import {inspectorList, inspectorRows} from './inspector-rows.js';

/** What keys do to the inspector. */
export function inspectorActions(model: ScreenModel) {
	const change = (next: (list: ListState, count: number, height: number) => ListState) => () => {
		const {height} = model.inside('inspector');
		const source = inspectorRows(model);
		const inspector = next(inspectorList(model, source), source.count, height);
		model.store.update(state => ({...state, inspector}));
	};

	/** Where no row can be folded there is no need to walk from row to row. */
	const move = (by: (height: number) => number) => () => {
		const {isFoldable} = inspectorRows(model);
		change((list, count, height) =>
			(isFoldable ? moveSelection : scrollList)(list, by(height), count, height),
		)();
	};

	const openTab = (tab: TabName) =>
		model.store.update(state => ({...state, tab, inspector: atTop, copiedNext: 'curl'}));
	const tab = (by: number) => () => {
		const index = (tabNames.indexOf(model.state.tab) + by + tabNames.length) % tabNames.length;
		openTab(tabNames[index] ?? 'message');
	};

	return {
		previousTab: tab(-1),
		nextTab: tab(1),
		messageTab: () => openTab('message'),
		eventTab: () => openTab('event'),
		timelineTab: () => openTab('timeline'),
		usageTab: () => openTab('usage'),
		requestTab: () => openTab('request'),
		findingsTab: () => openTab('findings'),
		inspectorUp: move(() => -1),
		inspectorDown: move(() => 1),
		inspectorPageUp: move(height => -height),
		inspectorPageDown: move(height => height),
		// Not the very object that stands for never scrolled: the top is wanted.
		inspectorTop: change(() => ({...atTop})),
		inspectorEnd: change(() => followingList),
		/** Folds or unfolds the JSON at the selected row. */
		toggleFold() {
			const source = inspectorRows(model);
			const {selected} = listWindow(
				inspectorList(model, source),
				source.count,
				model.inside('inspector').height,
			);
			const fold = source.slice(selected, selected + 1)[0]?.fold;
			if (fold !== undefined) {
				model.store.update(state => ({...state, folds: toggleFold(state.folds, fold)}));
			}
		},
	};
}
