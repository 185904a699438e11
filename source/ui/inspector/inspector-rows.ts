import {atTop, type ListState, listAround} from '../screen/list-state.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {eventTab} from './event-tab.js';
import {findingsTab} from './findings-tab.js';
import {messageTab} from './message-tab.js';
import {requestTab} from './request-tab.js';
import type {RowSource} from './row-source.js';
import {timelineTab} from './timeline-tab.js';
import {usageTab} from './usage-tab.js';

const tabs = {
	message: messageTab,
	event: eventTab,
	timeline: timelineTab,
	usage: usageTab,
	request: requestTab,
	findings: findingsTab,
} as const;

/** The rows of the inspector's present tab, as wide as the inspector is. */
export function inspectorRows(model: ScreenModel): RowSource {
	return tabs[model.state.tab](model, model.inside('inspector').width);
}

/** Where the inspector stands: while nobody has scrolled it, the rows that are to be seen are in sight. */
export function inspectorList(model: ScreenModel, {seen}: RowSource): ListState {
	const {inspector} = model.state;
	const {height} = model.inside('inspector');
	return inspector === atTop && seen !== undefined ? listAround(seen, height) : inspector;
}
