import {type ActionName, actionOf} from '../screen/keymap.js';
import type {Screen} from '../screen/screen.js';
import type {PointerAction} from '../screen/screen-action.js';
import {type Step, step} from '../screen/screen-effect.js';
import {historyMargin, selectInside} from '../screen/select-layout.js';
import {type StartChoice, startChoices} from './start-choices.js';
import {startRows} from './start-rows.js';

/** Whether the conversation shows the start screen: in a chat, before anything was asked. */
export function hasStart({isReplay, isFollowed, live}: Screen): boolean {
	return !isReplay && !isFollowed && live.exchanges.length === 0;
}

/** The action of a key while the prompt is empty; `null` if the start screen does not use it. Up and Enter need a choice to begin from. */
export function startAction(screen: Screen, key: string): ActionName | null {
	const action = hasStart(screen) && screen.focus === 'prompt' ? actionOf(key, 'start', screen.keymap) : null;
	const needsChoice = action === 'startUp' || action === 'startChosen';
	return needsChoice && screen.startChoice === null ? null : action;
}

const choices: ReadonlyMap<string, StartChoice> = new Map([
	['startWords', 'words'],
	['startThinking', 'thinking'],
	['startBreak', 'break'],
	['startLast', 'last'],
]);

export type StartKey =
	| 'startWords'
	| 'startThinking'
	| 'startBreak'
	| 'startLast'
	| 'startUp'
	| 'startDown'
	| 'startChosen';

/** Handles a key of the start screen. */
export function startKey(screen: Screen, name: StartKey): Step {
	const {startChoice: at} = screen;
	switch (name) {
		case 'startUp': {
			return step({...screen, startChoice: at === null || at === 0 ? null : at - 1});
		}

		case 'startDown': {
			return step({...screen, startChoice: at === null ? 0 : Math.min(at + 1, startChoices.length - 1)});
		}

		case 'startChosen': {
			const chosen = startChoices[at ?? -1];
			return chosen === undefined ? step(screen) : start(screen, chosen.name);
		}

		default: {
			const choice = choices.get(name);
			return choice === undefined ? step(screen) : start(screen, choice);
		}
	}
}

/** Does what was pressed on the start screen; `null` if that is nothing. */
export function pressStart(
	screen: Screen,
	{pane, cell}: Extract<PointerAction, {readonly name: 'pressPane'}>,
): Step | null {
	if (cell === null || pane !== 'history' || screen.isPresenting || !hasStart(screen)) {
		return null;
	}

	const {row} = cell;
	const column = cell.column - historyMargin;
	const place = startPlaces(screen).find(one => one.row === row && column >= one.from && column < one.to);
	return place === undefined ? null : start({...screen, focus: 'prompt'}, place.choice);
}

function startPlaces(screen: Screen) {
	const {welcome, hasSessions, startChoice: chosen} = screen;
	return startRows({welcome, hasSessions, chosen}, selectInside(screen, 'history')).places;
}

function start(screen: Screen, choice: StartChoice): Step {
	return step({...screen, startChoice: null}, {name: 'start', choice});
}
