import {pressConversation, scrollConversation} from '../conversation/conversation-reducer.js';
import {moveInTurns} from '../conversation/turn-list-reducer.js';
import {scrollDiff} from '../diff/diff-reducer.js';
import {pressLog, scrollLog} from '../events/log-reducer.js';
import {moveInPicker} from '../events/picker-reducer.js';
import {moveInExchanges} from '../exchanges/exchanges-reducer.js';
import {scrollHelp} from '../help/help-reducer.js';
import type {Overlay} from '../help/help-state.js';
import {pressInspector, scrollInspector} from '../inspector/inspector-reducer.js';
import {pressTimeline} from '../inspector/timeline-cursor.js';
import type {PaneName} from './layout.js';
import type {Cell} from './pointer-state.js';
import type {Screen} from './screen.js';
import type {PointerAction} from './screen-action.js';
import {type Step, step} from './screen-effect.js';
import {historyMargin, inspectorMargin, selectTabHeight} from './select-layout.js';
import {selectedText} from './selected-text.js';

/** Returns the screen after a mouse action. */
export function reducePointer(
	screen: Screen,
	action: Exclude<PointerAction, {readonly name: 'letGo'}>,
): Screen {
	switch (action.name) {
		case 'scroll': {
			return scroll(screen, action.over, action.by);
		}

		case 'pressPane': {
			const focused: Screen = {...screen, focus: action.pane, notice: null};
			return action.cell === null || screen.isPresenting ? focused : press(focused, action.pane, action.cell);
		}

		case 'pressPrompt': {
			return screen.isReplay ? screen : {...screen, focus: 'prompt', notice: null};
		}

		case 'grab': {
			return {...screen, drag: {pane: action.pane, from: action.cell, to: null}};
		}

		case 'drag': {
			return screen.drag === null ? screen : {...screen, drag: {...screen.drag, to: action.cell}};
		}

		case 'useMouse': {
			return {...screen, hasMouse: action.isOn, drag: null};
		}
	}
}

/** Copies the text that the mouse was dragged over. */
export function letGo(screen: Screen): Step {
	const free = {...screen, drag: null};
	if (screen.drag === null || screen.drag.to === null) {
		return step(free);
	}

	const text = selectedText(screen, screen.drag);
	return text === ''
		? step({...free, notice: 'there is no text to copy there'})
		: step(free, {name: 'copy', text, what: 'selection', next: ''});
}

function scroll(screen: Screen, over: PaneName | Overlay, by: number): Screen {
	switch (over) {
		case 'help': {
			return scrollHelp(screen, by);
		}

		case 'exchanges': {
			return moveInExchanges(screen, Math.sign(by));
		}

		case 'columns':
		case 'views': {
			return moveInPicker(screen, Math.sign(by));
		}

		case 'diff': {
			return scrollDiff(screen, by);
		}

		case 'turns': {
			return moveInTurns(screen, by);
		}

		case 'history': {
			return scrollConversation(screen, by);
		}

		case 'events': {
			return scrollLog(screen, by);
		}

		case 'inspector': {
			return scrollInspector(screen, by);
		}
	}
}

function press(screen: Screen, pane: PaneName, {row, column}: Cell): Screen {
	switch (pane) {
		case 'history': {
			return pressConversation(screen, row, column - historyMargin);
		}

		case 'events': {
			// Row 0 is the column headings.
			return pressLog(screen, row - 1);
		}

		case 'inspector': {
			const below = row - selectTabHeight(screen);
			return screen.tab === 'timeline' && below >= 0
				? pressTimeline(screen, column - inspectorMargin)
				: pressInspector(screen, below);
		}
	}
}
