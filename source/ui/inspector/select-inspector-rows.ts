import {fenced} from '../../trace/fence.js';
import {selectEvent} from '../events/select-log.js';
import {atTop, type ListState, listAround} from '../screen/list-state.js';
import type {Screen} from '../screen/screen.js';
import {selectInside} from '../screen/select-layout.js';
import {perScreen} from '../screen/selector.js';
import {unreadableRow} from '../screen/unreadable-row.js';
import {bytesTab} from './bytes-tab.js';
import {eventTab} from './event-tab.js';
import {findingsTab} from './findings-tab.js';
import {messageTab} from './message-tab.js';
import {requestTab} from './request-tab.js';
import {fixedRows, type RowSource} from './row-source.js';
import {statsTab} from './stats-tab.js';
import {timelineTab} from './timeline-tab.js';
import {usageTab} from './usage-tab.js';

const tabs = {
	message: messageTab,
	event: eventTab,
	timeline: timelineTab,
	usage: usageTab,
	request: requestTab,
	findings: findingsTab,
	stats: statsTab,
	bytes: bytesTab,
} as const;

/** The rows of the current tab, as wide as the inspector. One frame asks for them several times. */
export const selectInspectorRows: (screen: Screen) => RowSource = perScreen(screen => {
	const {width} = selectInside(screen, 'inspector');
	const subject = selectEvent(screen) ?? screen;
	return fenced(
		subject,
		() => tabs[screen.tab](screen, width),
		() => fixedRows([unreadableRow(subject)]),
	);
});

/** The inspector's scroll position. Until the user scrolls, it shows the rows to show first. */
export function selectInspectorList(screen: Screen): ListState {
	const {inspector} = screen;
	const {seen} = selectInspectorRows(screen);
	const {height} = selectInside(screen, 'inspector');
	return inspector === atTop && seen !== undefined ? listAround(seen, height) : inspector;
}
