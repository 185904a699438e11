import {callKey, reduceCalls} from '../conversation/call-reducer.js';
import {conversationKeys} from '../conversation/conversation-reducer.js';
import {pressStart, startKey} from '../conversation/start-reducer.js';
import {turnListKey, turnListKeys} from '../conversation/turn-list-reducer.js';
import {turnKey} from '../conversation/turn-reducer.js';
import {copyDiff, diffKeys} from '../diff/diff-reducer.js';
import {bookmarkKeys, toggleBookmark} from '../events/bookmark-reducer.js';
import {fieldKeys, reduceField} from '../events/field-reducer.js';
import {guessNext} from '../events/guessing.js';
import {jumpKeys, logKeys} from '../events/log-reducer.js';
import {keepPicked, pickerKeys} from '../events/picker-reducer.js';
import {applyView, dropView, viewsKeys} from '../events/views-reducer.js';
import {exchangesKeys} from '../exchanges/exchanges-reducer.js';
import {helpKeys} from '../help/help-reducer.js';
import {inspectorKeys} from '../inspector/inspector-reducer.js';
import {releaseHold} from '../player/hold-reducer.js';
import {playerKeys} from '../player/player-reducer.js';
import {reducePlay} from '../player/reduce-play.js';
import {copyKey} from './copy-reducer.js';
import {explained} from './idle-words.js';
import {keepChanges, offerToKeep} from './keeping-reducer.js';
import type {ActionName} from './keymap.js';
import {leavingKey, withoutWords} from './leaving-reducer.js';
import {paneKeys} from './pane-reducer.js';
import {letGo, reducePointer} from './pointer-reducer.js';
import {reduceCommand} from './reduce-command.js';
import {reduceFact} from './reduce-fact.js';
import type {Screen} from './screen.js';
import type {ScreenAction} from './screen-action.js';
import {type Step, step} from './screen-effect.js';

/** Returns the screen after an action. Pure: effects on the outside world are returned as values. */
export function reduce(screen: Screen, action: ScreenAction): Step {
	switch (action.name) {
		case 'layOut':
		case 'noteWindowFocus':
		case 'learn':
		case 'continueHunt':
		case 'continueFilter':
		case 'useTheme':
		case 'say': {
			return step(reduceFact(screen, action));
		}

		case 'openTab':
		case 'selectEvent':
		case 'seek':
		case 'showEvents':
		case 'setSizes':
		case 'openDiff':
		case 'openHelp':
		case 'closeHelp':
		case 'typeInHelp':
		case 'clear':
		case 'compare':
		case 'showExchanges':
		case 'forgetLeaving':
		case 'forgetWords':
		case 'forgetStart':
		case 'sendPrompt':
		case 'setStepping':
		case 'showMarkdown':
		case 'changeSettings':
		case 'forgetChanges':
		case 'setNotify': {
			return step(reduceCommand(screen, action));
		}

		case 'pressPane': {
			return pressStart(screen, action) ?? step(reducePointer(screen, action));
		}

		case 'scroll':
		case 'pressPrompt':
		case 'grab':
		case 'drag':
		case 'useMouse': {
			return step(reducePointer(screen, action));
		}

		case 'letGo': {
			return letGo(screen);
		}

		case 'changeField':
		case 'typeInField':
		case 'submitField':
		case 'completeField':
		case 'recallField':
		case 'closeField': {
			return reduceField(screen, action);
		}

		case 'offerCalls':
		case 'answerCall':
		case 'runFirstCall':
		case 'continuePaused':
		case 'commandEnded':
		case 'forgetCalls': {
			return reduceCalls(screen, action);
		}

		case 'playTo':
		case 'checkBreakpoint': {
			return reducePlay(screen, action);
		}

		default: {
			return reduceKey(screen, action.name, action.key);
		}
	}
}

/** Each feature defines its own key actions. */
const keys = {
	...paneKeys,
	...helpKeys,
	...conversationKeys,
	...turnListKeys,
	...logKeys,
	...jumpKeys,
	...fieldKeys,
	...bookmarkKeys,
	guessNext,
	...exchangesKeys,
	...pickerKeys,
	...viewsKeys,
	...diffKeys,
	...inspectorKeys,
	...playerKeys,
} as const;

function reduceKey(screen: Screen, name: ActionName, key?: string): Step {
	if (name === 'interruptOrLeave' || name === 'escape') {
		return leavingKey(screen, name);
	}

	// What was said about the previous key is out of date, except for a key that must be pressed twice.
	const now = withoutWords(screen);
	return offerToKeep(screen, explained(now, name, performKey(now, name, key)));
}

function performKey(
	now: Screen,
	name: Exclude<ActionName, 'interruptOrLeave' | 'escape'>,
	key?: string,
): Step {
	switch (name) {
		case 'leaveReplay':
		case 'suspend': {
			return leavingKey(now, name);
		}

		case 'redraw': {
			return step(now, {name: 'redraw'});
		}

		case 'keepChanges': {
			return keepChanges(now);
		}

		case 'releaseHold': {
			return releaseHold(now);
		}

		case 'toggleBookmark': {
			return toggleBookmark(now);
		}

		case 'copyDiff': {
			return copyDiff(now);
		}

		case 'copyAnswer':
		case 'copyCode':
		case 'copyEvent':
		case 'copyRange':
		case 'copyTab': {
			return copyKey(now, name);
		}

		case 'applyNumberedView': {
			return step(applyView(now, /^\d$/.test(key ?? '') ? Number(key) - 1 : now.picked));
		}

		case 'dropView': {
			return dropView(now);
		}

		case 'keepPicked': {
			return keepPicked(now);
		}

		case 'goToTurn':
		case 'editTurn':
		case 'forkListedTurn':
		case 'copyTurn': {
			return turnListKey(now, name);
		}

		case 'reportError':
		case 'confirmCall':
		case 'forkTurn': {
			return turnKey(now, name);
		}

		case 'startWords':
		case 'startThinking':
		case 'startBreak':
		case 'startLast':
		case 'startUp':
		case 'startDown':
		case 'startChosen': {
			return startKey(now, name);
		}

		case 'writeResult':
		case 'runCall': {
			return callKey(now, name);
		}

		default: {
			return step(keys[name](now));
		}
	}
}
