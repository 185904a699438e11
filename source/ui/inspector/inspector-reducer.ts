import {toggleFold} from '../../text/json-tree/json-folds.js';
import {showPosition} from '../events/select-event.js';
import {selectPosition} from '../events/select-log.js';
import {placeOf} from '../screen/layout.js';
import {
	atTop,
	followingList,
	type ListState,
	listWindow,
	moveSelection,
	scrollList,
	selectRow,
} from '../screen/list-state.js';
import type {Screen} from '../screen/screen.js';
import {selectInside, selectLayout} from '../screen/select-layout.js';
import {type TabName, tabNames} from './inspector-state.js';
import {selectInspectorList, selectInspectorRows} from './select-inspector-rows.js';
import {moveCursor, zoomTimeline} from './timeline-cursor.js';

/** Key actions of the inspector. */
export const inspectorKeys = {
	previousTab: (screen: Screen) => openTab(screen, tabBeside(screen, -1)),
	nextTab: (screen: Screen) => openTab(screen, tabBeside(screen, 1)),
	messageTab: (screen: Screen) => showTab(screen, 'message'),
	eventTab: (screen: Screen) => showTab(screen, 'event'),
	timelineTab: (screen: Screen) => showTab(screen, 'timeline'),
	usageTab: (screen: Screen) => showTab(screen, 'usage'),
	requestTab: (screen: Screen) => showTab(screen, 'request'),
	findingsTab: (screen: Screen) => showTab(screen, 'findings'),
	statsTab: (screen: Screen) => showTab(screen, 'stats'),
	bytesTab: (screen: Screen) => showTab(screen, 'bytes'),
	toggleAllStatistics: (screen: Screen): Screen => ({
		...openTab(screen, 'stats'),
		hasAllStatistics: screen.tab !== 'stats' || !screen.hasAllStatistics,
	}),
	toggleRaw: (screen: Screen) =>
		screen.tab === 'bytes' && screen.focus === 'inspector'
			? openTab({...screen, isHex: !screen.isHex}, 'bytes')
			: openTab({...screen, isRaw: !screen.isRaw}, 'event'),
	inspectorUp: (screen: Screen) => move(screen, -1),
	inspectorDown: (screen: Screen) => move(screen, 1),
	inspectorPageUp: (screen: Screen) => move(screen, -selectInside(screen, 'inspector').height),
	inspectorPageDown: (screen: Screen) => move(screen, selectInside(screen, 'inspector').height),
	// A new object: `atTop` itself means "never scrolled".
	inspectorTop: (screen: Screen): Screen => ({...screen, inspector: {...atTop}}),
	inspectorEnd: (screen: Screen): Screen => ({...screen, inspector: followingList}),
	cursorLeft: (screen: Screen) => moveCursor(screen, -1),
	cursorRight: (screen: Screen) => moveCursor(screen, 1),
	zoomIn: (screen: Screen) => zoomTimeline(screen, 1),
	zoomOut: (screen: Screen) => zoomTimeline(screen, -1),
	toggleFold(screen: Screen): Screen {
		const {selected} = windowOf(screen);
		return foldAt(screen, selected);
	},
};

/** Opens a tab, and goes to the inspector where there is no room for it beside the log. A log that was given the whole screen keeps it. */
function showTab(screen: Screen, tab: TabName): Screen {
	const opened = openTab(screen, tab);
	const isHidden = placeOf(selectLayout(screen), 'inspector') === null;
	return isHidden && screen.hasEvents && screen.logSize !== 'full' && !screen.isPresenting
		? {...opened, focus: 'inspector', isEntered: true}
		: opened;
}

/** Shows a tab from its top. The request's code is copied as curl first. */
export function openTab(screen: Screen, tab: TabName): Screen {
	return {...screen, tab, inspector: atTop, copiedNext: 'curl'};
}

export function scrollInspector(screen: Screen, by: number): Screen {
	return change(screen, by, scrollList);
}

/** Selects the row at a place in the window. If it is already selected, folds or unfolds its JSON. */
export function pressInspector(screen: Screen, row: number): Screen {
	const {top, bottom, selected} = windowOf(screen);
	const pressed = top + row;
	if (row < 0 || pressed >= bottom) {
		return screen;
	}

	const chosen = change(screen, pressed, selectRow);
	return pressed === selected ? foldAt(chosen, pressed) : chosen;
}

function tabBeside({tab}: Screen, by: number): TabName {
	const index = (tabNames.indexOf(tab) + by + tabNames.length) % tabNames.length;
	return tabNames[index] ?? 'message';
}

/** If no row can be folded, the pane scrolls instead of moving a selection. */
function move(screen: Screen, by: number): Screen {
	return change(screen, by, selectInspectorRows(screen).isFoldable ? moveSelection : scrollList);
}

function change(
	screen: Screen,
	by: number,
	next: (list: ListState, by: number, count: number, height: number) => ListState,
): Screen {
	const {count} = selectInspectorRows(screen);
	const {height} = selectInside(screen, 'inspector');
	return {...screen, inspector: next(selectInspectorList(screen), by, count, height)};
}

function windowOf(screen: Screen) {
	const {count} = selectInspectorRows(screen);
	return listWindow(selectInspectorList(screen), count, selectInside(screen, 'inspector').height);
}

/** Folds or unfolds the JSON at a row, or goes to the next of the events that it is about. */
function foldAt(screen: Screen, row: number): Screen {
	const [{fold, events = []} = {fold: undefined}] = selectInspectorRows(screen).slice(row, row + 1);
	const [first] = events;
	if (first !== undefined) {
		const next = events.find(position => position > selectPosition(screen)) ?? first;
		// The list of findings stays where it is.
		return {...showPosition(screen, next), inspector: screen.inspector, notice: null};
	}

	return fold === undefined ? screen : {...screen, folds: toggleFold(screen.folds, fold)};
}
