import {diffOf} from '../diff/diff-reducer.js';
import {goToPosition} from '../events/select-event.js';
import {offerExchanges} from '../exchanges/exchanges-reducer.js';
import {openHelp, typeInHelp} from '../help/help-reducer.js';
import {openTab} from '../inspector/inspector-reducer.js';
import {goLive, movePlayhead} from '../player/playhead.js';
import {sendPrompt} from '../player/send-and-stop.js';
import {withChanges, withoutKept} from './keeping-reducer.js';
import {leavingNotice} from './leaving-reducer.js';
import type {Screen} from './screen.js';
import type {CommandAction} from './screen-action.js';

/** Returns the screen after an action of a command or of the program itself. */
export function reduceCommand(screen: Screen, action: CommandAction): Screen {
	switch (action.name) {
		case 'openTab': {
			return openTab(screen, action.tab);
		}

		case 'selectEvent': {
			return goToPosition(screen, action.position);
		}

		case 'seek': {
			return movePlayhead(screen, action.length);
		}

		case 'showEvents': {
			return {...screen, hasEvents: action.isShown};
		}

		case 'setSizes': {
			return {...screen, ...action.sizes};
		}

		case 'setNotify': {
			return {...screen, notify: action.way};
		}

		case 'openDiff': {
			return diffOf(screen, action.exchanges);
		}

		case 'openHelp': {
			return openHelp(screen);
		}

		case 'typeInHelp': {
			return typeInHelp(screen, action.text);
		}

		case 'closeHelp': {
			return {...screen, overlay: null};
		}

		case 'clear': {
			return {...goLive(screen), since: action.since};
		}

		case 'compare': {
			const {isRunning} = action;
			const notice = isRunning ? 'comparing: once streaming, once not; Esc stops both' : null;
			return {...(isRunning ? goLive(screen) : screen), isComparing: isRunning, notice};
		}

		case 'showExchanges': {
			return offerExchanges(screen);
		}

		case 'forgetLeaving': {
			return screen.notice === leavingNotice ? {...screen, notice: null} : screen;
		}

		case 'forgetWords': {
			// That a comparison runs stays true.
			return screen.notice === null || screen.isComparing ? screen : {...screen, notice: null};
		}

		case 'forgetStart': {
			return screen.startChoice === null ? screen : {...screen, startChoice: null};
		}

		case 'sendPrompt': {
			return sendPrompt(screen, action.isStopped);
		}

		case 'setStepping': {
			return {...screen, isStepping: action.isOn};
		}

		case 'showMarkdown': {
			return {...screen, isMarkdown: action.isOn};
		}

		case 'changeSettings': {
			return withChanges(screen, action.changes);
		}

		case 'forgetChanges': {
			return withoutKept(screen, action.kept);
		}
	}
}
