import {pressConversation, scrollConversation} from '../conversation/conversation-reducer.js';
import {pressLog, scrollLog} from '../events/log-reducer.js';
import {scrollHelp} from '../help/help-reducer.js';
import {pressInspector, scrollInspector} from '../inspector/inspector-reducer.js';
import type {PaneName} from './layout.js';
import type {Screen} from './screen.js';
import type {Cell, PointerAction} from './screen-action.js';
import {historyMargin} from './select-layout.js';

/** Returns the screen after a mouse action. */
export function reducePointer(screen: Screen, action: PointerAction): Screen {
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
	}
}

function scroll(screen: Screen, over: PaneName | 'help', by: number): Screen {
	switch (over) {
		case 'help': {
			return scrollHelp(screen, by);
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
			// Row 0 is the row of tabs.
			return pressInspector(screen, row - 1);
		}
	}
}
