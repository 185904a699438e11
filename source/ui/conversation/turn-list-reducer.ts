import {itemsOf} from '../../trace/persistent-list.js';
import {selectView} from '../player/select-view.js';
import {copyKey} from '../screen/copy-reducer.js';
import type {Screen} from '../screen/screen.js';
import {type Step, step} from '../screen/screen-effect.js';
import {selectTurn} from './scroll-conversation.js';
import {listedIndex, listHeight, selectListedTurns} from './turn-list.js';
import {turnKey} from './turn-reducer.js';

/** Key actions of the list of turns that stay in it, and the one that opens it. */
export const turnListKeys = {
	listTurns: (screen: Screen): Screen => openTurnList(screen),
	turnsUp: (screen: Screen) => moveInTurns(screen, -1),
	turnsDown: (screen: Screen) => moveInTurns(screen, 1),
	turnsPageUp: (screen: Screen) => moveInTurns(screen, 1 - listHeight(screen)),
	turnsPageDown: (screen: Screen) => moveInTurns(screen, listHeight(screen) - 1),
	turnsTop: (screen: Screen) => moveInTurns(screen, Number.NEGATIVE_INFINITY),
	turnsEnd: (screen: Screen) => moveInTurns(screen, Number.POSITIVE_INFINITY),
};

/** Opens the list at the selected turn, or at the newest one. */
export function openTurnList(screen: Screen): Screen {
	return selectListedTurns(screen).length === 0
		? {...screen, notice: 'there is no turn yet'}
		: {...screen, overlay: 'turns', listed: screen.turn};
}

/** Selects the turn so many rows further on, at most the last one. */
export function moveInTurns(screen: Screen, by: number): Screen {
	const turns = selectListedTurns(screen);
	const index = Math.max(0, Math.min(listedIndex(screen) + by, turns.length - 1));
	return {...screen, listed: turns[index]?.exchange ?? null};
}

/** Closes the list and does with the selected turn what the key is for. */
export function turnListKey(
	screen: Screen,
	name: 'goToTurn' | 'editTurn' | 'forkListedTurn' | 'copyTurn',
): Step {
	const exchange = selectListedTurns(screen)[listedIndex(screen)]?.exchange ?? null;
	const closed: Screen = {...screen, overlay: null};
	switch (name) {
		case 'goToTurn': {
			const index = [...itemsOf(selectView(screen).exchanges)].findIndex(view => view.exchange === exchange);
			return step(selectTurn({...closed, focus: 'history', turn: null}, index));
		}

		case 'editTurn': {
			return turnKey({...closed, turn: exchange}, 'reportError');
		}

		case 'forkListedTurn': {
			return turnKey({...closed, turn: exchange}, 'forkTurn');
		}

		case 'copyTurn': {
			const {screen: copied, effects} = copyKey({...screen, turn: exchange}, 'copyAnswer');
			return {screen: {...copied, turn: screen.turn}, effects};
		}
	}
}
