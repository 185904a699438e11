import {stopCalls} from '../conversation/call-reducer.js';
import {openTurnList} from '../conversation/turn-list-reducer.js';
import {refilter} from '../events/log-reducer.js';
import {helpKeys} from '../help/help-reducer.js';
import {goLive} from '../player/playhead.js';
import {selectIsAnswering} from '../player/select-view.js';
import {selectEscape, turnsNotice} from './escape.js';
import type {Screen} from './screen.js';
import {type Step, step} from './screen-effect.js';

/** While this notice is shown, Ctrl+C quits. */
export const leavingNotice = 'Ctrl+C again quits';

/** Handles Escape, Ctrl+C, Ctrl+Z and `q`, which stop whatever is running or open. */
export function leavingKey(
	screen: Screen,
	name: 'escape' | 'interruptOrLeave' | 'leaveReplay' | 'suspend',
): Step {
	switch (name) {
		case 'escape': {
			return handleEscape(screen);
		}

		case 'interruptOrLeave': {
			if (screen.notice === leavingNotice) {
				return step(screen, {name: 'leave'});
			}

			const told = {...screen, notice: leavingNotice, isEntered: false};
			return canInterrupt(screen) ? step(told, {name: 'interrupt'}) : (stopCalls(told) ?? step(told));
		}

		case 'leaveReplay': {
			// In the chat, one key press must not quit.
			return screen.isReplay ? step(screen, {name: 'leave'}) : step(screen);
		}

		case 'suspend': {
			return step(screen, {name: 'suspend'});
		}
	}
}

/** The screen without what was said about the previous key. A jump that goes on is stopped. */
export function withoutWords(screen: Screen): Screen {
	const {notice, hunt, isEntered} = screen;
	return notice === null && hunt === null && !isEntered
		? screen
		: {...screen, notice: null, hunt: null, isEntered: false};
}

function handleEscape(screen: Screen): Step {
	const act = selectEscape(screen);
	const now = withoutWords(screen);
	switch (act) {
		case null:
		case 'stopHunt': {
			return step(now);
		}

		case 'stopFilter': {
			return step({...refilter(now, {passing: null, isFolded: false}), notice: 'the filter was stopped'});
		}

		case 'listTurns': {
			return step(openTurnList(now));
		}

		case 'clearHelp': {
			return step(helpKeys.clearHelp(now));
		}

		case 'closeOverlay': {
			return step({...now, overlay: now.overlay === 'diff' ? 'exchanges' : null});
		}

		case 'stopCommands':
		case 'runNothing': {
			return stopCalls(now) ?? step(now);
		}

		case 'stopPresenting': {
			return step({...now, isPresenting: false});
		}

		case 'leaveTurn':
		case 'leaveFind': {
			return step({...now, find: null, turn: null});
		}

		case 'focusPrompt': {
			return step({...now, focus: 'prompt'});
		}

		case 'goLive': {
			return step(goLive(now));
		}

		case 'stopComparing':
		case 'stopAnswer':
		case 'takeBackQueue': {
			return step(now, {name: 'interrupt'});
		}

		case 'offerTurns': {
			return step({...now, notice: turnsNotice});
		}
	}
}

/** Whether something is running that can be stopped: an answer or a comparison. */
function canInterrupt(screen: Screen): boolean {
	return screen.isComparing || selectIsAnswering(screen);
}
