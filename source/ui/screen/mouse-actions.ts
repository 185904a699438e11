import {toggleFold} from '../../text/json-tree/json-folds.js';
import {itemAt} from '../../trace/persistent-list.js';
import {conversationWindow} from '../conversation/conversation-window.js';
import {findPiece} from '../conversation/find-piece.js';
import {showPiece} from '../conversation/history-actions.js';
import {scrollHistory} from '../conversation/history-scroll.js';
import {scrolledHelp} from '../help/help-layout.js';
import {inspectorList, inspectorRows} from '../inspector/inspector-rows.js';
import {tabAt} from '../inspector/tab-row.js';
import {movePlayhead} from '../player/player-actions.js';
import {layoutScrubber, lengthAtColumn, scrubberHeight} from '../player/scrubber-layout.js';
import type {MouseReport} from '../terminal/mouse-reports.js';
import {type Hit, hitTest} from './hit-test.js';
import type {PaneName} from './layout.js';
import {atTop, listWindow, moveSelection, scrollList, selectRow} from './list-state.js';
import {historyMargin, type ScreenModel} from './screen-model.js';

/** How many rows one notch of the wheel scrolls. */
const notch = 3;

/** Does what the mouse asks for: the wheel scrolls what is under it, a press focuses and selects. */
export function actOnMouse(model: ScreenModel, {kind, x, y}: MouseReport): void {
	const by = kind === 'wheel-up' ? -notch : kind === 'wheel-down' ? notch : 0;
	if (model.state.overlay !== null) {
		model.store.update(state => ({...state, helpTop: scrolledHelp(model, by)}));
		return;
	}

	const hit = hitTest(model.layout, model.geometry, x, y);
	if (hit === null) {
		return;
	}

	if (by !== 0 && hit.kind === 'pane') {
		scroll(model, hit.pane, by);
	} else if (kind === 'press' && model.state.field === null) {
		press(model, hit, x);
	}
}

function scroll(model: ScreenModel, pane: PaneName, by: number): void {
	const {height} = model.inside(pane);
	switch (pane) {
		case 'history': {
			const turns = model.view.exchanges.length;
			model.store.update(state => ({
				...state,
				history: scrollHistory(state.history, by, turns, height, model.linesOfTurn),
			}));
			return;
		}

		case 'events': {
			const count = model.logCount;
			model.store.update(state => ({
				...state,
				// One event at a time is shown there: the wheel goes on to the next one.
				log: state.isPresenting
					? moveSelection(state.log, Math.sign(by), count, height)
					: scrollList(state.log, by, count, height),
				inspector: atTop,
			}));
			return;
		}

		case 'inspector': {
			const source = inspectorRows(model);
			const inspector = scrollList(inspectorList(model, source), by, source.count, height);
			model.store.update(state => ({...state, inspector}));
			return;
		}
	}
}

function press(model: ScreenModel, hit: Hit, x: number): void {
	if (hit.kind === 'below') {
		pressBelow(model, hit.row, x);
		return;
	}

	model.store.update(state => ({...state, focus: hit.pane, notice: null}));
	if (hit.cell === null || model.state.isPresenting) {
		return;
	}

	if (hit.pane === 'events') {
		selectEvent(model, hit.cell.row - 1);
	} else if (hit.pane === 'history') {
		pressText(model, hit.cell.row, hit.cell.column - historyMargin);
	} else {
		pressInspector(model, hit.cell.row, hit.cell.column);
	}
}

/** Moves the playhead to where the scrubber is pressed, if it is there; all else is the prompt's. */
function pressBelow(model: ScreenModel, row: number, x: number): void {
	const {playhead} = model.state;
	const isScrubber = playhead !== null && row < scrubberHeight(model, model.geometry.height);
	if (!isScrubber) {
		model.store.update(state => (model.isReplay ? state : {...state, focus: 'prompt', notice: null}));
		return;
	}

	const layout = layoutScrubber(model, model.length, model.geometry.width);
	const length = lengthAtColumn(model, layout, x);
	if (length !== null) {
		movePlayhead(model, length);
	}
}

/** Selects a row of the log by its place in the window. */
function selectEvent(model: ScreenModel, row: number): void {
	const {height} = model.inside('events');
	const count = model.logCount;
	const {top, bottom} = listWindow(model.state.log, count, height);
	if (row >= 0 && top + row < bottom) {
		model.store.update(state => ({
			...state,
			log: selectRow(state.log, top + row, count, height),
			inspector: atTop,
		}));
	}
}

/** Selects the event that brought the character at a place of the conversation, where there is text. */
function pressText(model: ScreenModel, row: number, column: number): void {
	const {scroll, places} = conversationWindow(model);
	const place = places[row];
	const exchange = place && itemAt(model.view.exchanges, place.turn);
	const line = place && exchange && model.turns.of(exchange)[place.line];
	const found = place && line ? findPiece(model, place, Math.max(0, column)) : null;
	if (found !== null) {
		// What is looked at stays, also where it stood for another piece.
		model.store.update(state => ({...state, history: scroll}));
		showPiece(model, found);
	}
}

/** Opens a tab, selects a row, or folds the JSON of the row that is already selected. */
function pressInspector(model: ScreenModel, row: number, column: number): void {
	if (row === 0) {
		const tab = tabAt(column, model.state.tab, model.inside('inspector').width);
		model.store.update(state => (tab === null ? state : {...state, tab, inspector: atTop}));
		return;
	}

	const {height} = model.inside('inspector');
	const source = inspectorRows(model);
	const list = inspectorList(model, source);
	const {top, bottom, selected} = listWindow(list, source.count, height);
	const pressed = top + row - 1;
	const fold = source.slice(pressed, pressed + 1)[0]?.fold;
	if (pressed >= bottom) {
		return;
	}

	model.store.update(state => ({
		...state,
		inspector: selectRow(list, pressed, source.count, height),
		folds: pressed === selected && fold !== undefined ? toggleFold(state.folds, fold) : state.folds,
	}));
}
