import {paintRow} from '../../text/paint.js';
import {type Row, segment} from '../../text/segment.js';
import {litRow, selectLitTexts} from '../events/lit-row.js';
import {selectSelectedExchange} from '../events/select-log.js';
import {placeOf} from '../screen/layout.js';
import {listWindow} from '../screen/list-state.js';
import {type PaneContent, paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {
	headerHeight,
	inspectorMargin,
	selectInside,
	selectLayout,
	selectTabHeight,
	separatorsAt,
} from '../screen/select-layout.js';
import {selectFindingCount} from './select-finding-count.js';
import {selectInspectorList, selectInspectorRows} from './select-inspector-rows.js';
import {tabRows, tabTitle} from './tab-rows.js';

/** What the inspector shows: the tabs, and the visible rows of the current tab. */
export const selectInspector: (screen: Screen) => PaneContent | null = paneSelector(screen => {
	const layout = selectLayout(screen);
	const place = placeOf(layout, 'inspector');
	if (place === null) {
		return null;
	}

	const {theme, tab} = screen;
	const {width, height} = selectInside(screen, 'inspector');
	const source = selectInspectorRows(screen);
	const {top, bottom, selected} = listWindow(selectInspectorList(screen), source.count, height);
	const margin = ' '.repeat(inspectorMargin);
	const isFocused = screen.focus === 'inspector';
	const lit = tab === 'event' ? selectLitTexts(screen) : [];
	const tabs = tabRows(tab, {width, rows: selectTabHeight(screen)}, selectFindingCount(screen));
	const lines = source
		.slice(top, bottom)
		.map(({row}, index) =>
			paintRow(litRow(row, lit), width, theme, isFocused && source.isFoldable && top + index === selected),
		);
	return {
		title: [segment(tabTitle(tab), 'title'), segment(exchangeWords(screen), 'dim')],
		note: noteOf(top, height, source.count),
		lines: [...tabs.map(row => paintRow(row, width, theme)), ...lines].map(line => margin + line),
		place,
		top: headerHeight,
		hasLineAbove: separatorsAt(layout, place.y).includes(place.x),
		isFocused,
		theme,
	};
});

/** Which exchange the tab is about, where there are several. */
function exchangeWords(screen: Screen): string {
	const {length} = screen.live.exchanges;
	const number = selectSelectedExchange(screen)?.exchange ?? 0;
	return length < 2 || number === 0 ? '' : ` exchange ${number}${number <= length ? ` of ${length}` : ''}`;
}

function noteOf(top: number, height: number, count: number): Row {
	return count <= height ? [] : [segment(`${top + 1}–${Math.min(count, top + height)} of ${count}`, 'dim')];
}
