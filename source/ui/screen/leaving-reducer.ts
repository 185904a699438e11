import {stopCalls} from '../conversation/call-reducer.js';
import {selectOpenTurn} from '../conversation/select-open-turn.js';
import {selectIsAnswering, selectView} from '../player/select-view.js';
import type {Screen} from './screen.js';
import {type Step, step} from './screen-effect.js';

/** While this notice is shown, Ctrl+C quits. */
export const leavingNotice = 'Ctrl+C again quits';

/** While this notice is shown, Esc lists the turns. */
export const turnsNotice = 'Esc again lists the turns';

/** Handles Escape, Ctrl+C, Ctrl+Z and `q`, which stop whatever is running or open. */
export function leavingKey(
	screen: Screen,
	name: 'escape' | 'interruptOrLeave' | 'leaveReplay' | 'suspend',
): Step {
	switch (name) {
		case 'escape': {
			return closeOrStop(screen);
		}

		case 'interruptOrLeave': {
			if (screen.notice === leavingNotice) {
				return step(screen, {name: 'leave'});
			}

			const told = {...screen, notice: leavingNotice};
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

function closeOrStop(screen: Screen): Step {
	if (screen.overlay !== null) {
		return step({...screen, overlay: null});
	}

	const stopped = stopCalls(screen);
	if (stopped !== null) {
		return stopped;
	}

	const isAnswering = canInterrupt(screen);
	if (screen.isPresenting && !isAnswering) {
		return step({...screen, isPresenting: false});
	}

	if (screen.focus === 'history' && (screen.find !== null || screen.turn !== null)) {
		return step({...screen, find: null, turn: null});
	}

	if (screen.focus !== 'prompt' && !screen.isReplay) {
		return step({...screen, focus: 'prompt'});
	}

	// Prompts may wait in the queue for the end of a turn that itself waits for its tools.
	if (isAnswering || selectOpenTurn(screen) !== null) {
		return step(screen, {name: 'interrupt'});
	}

	const hasTurns = screen.focus === 'prompt' && selectView(screen).exchanges.length > 0;
	return step(hasTurns ? {...screen, notice: turnsNotice} : screen);
}

/** Whether something is running that can be stopped: an answer or a comparison. */
function canInterrupt(screen: Screen): boolean {
	return screen.isComparing || selectIsAnswering(screen);
}
