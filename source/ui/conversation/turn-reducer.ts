import {printFilter} from '../../analysis/filter/print-filter.js';
import {answerText} from '../../messages/text-passages.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {itemAt, itemsOf} from '../../trace/persistent-list.js';
import {jumpKeys} from '../events/log-reducer.js';
import {goToPosition} from '../events/select-event.js';
import {selectExchange, selectIsAnswering, selectView} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {type Step, step} from '../screen/screen-effect.js';
import {callKey} from './call-reducer.js';
import {conversationWindow} from './conversation-window.js';
import {selectTurn} from './scroll-conversation.js';
import {selectUnansweredCalls} from './select-open-turn.js';
import {selectTurnLines} from './select-turn.js';

/** Selects the turn above or below the selected one; without one in sight, from the turn at the top of the window on. */
export function toTurn(screen: Screen, by: 1 | -1): Screen {
	const {exchanges} = selectView(screen);
	for (let index = startOf(screen, by) + by; index >= 0 && index < exchanges.length; index += by) {
		const view = itemAt(exchanges, index);
		// The turns of a cleared conversation have no lines.
		if (view !== undefined && selectTurnLines(screen, view).length > 0) {
			return selectTurn(screen, index);
		}
	}

	return by === 1 ? {...screen, history: 'tail', seen: null} : screen;
}

function startOf(screen: Screen, by: 1 | -1): number {
	const {history} = screen;
	const {exchanges} = selectView(screen);
	const selected = screen.turn === null ? -1 : indexOf(screen, screen.turn);
	// After scrolling away by hand, the turns in sight count.
	if (conversationWindow(screen).places.some(place => place.turn === selected)) {
		return selected;
	}

	// Going back inside a turn goes to its own beginning first.
	return history === 'tail' ? exchanges.length : history.turn + (by === -1 && history.line > 0 ? 1 : 0);
}

function indexOf(screen: Screen, exchange: number): number {
	return [...itemsOf(selectView(screen).exchanges)].findIndex(view => view.exchange === exchange);
}

/** The selected turn; `null` if none is, or if the playhead is before it. */
export function selectedTurn(screen: Screen): ExchangeView | null {
	return screen.turn === null ? null : selectExchange(screen, screen.turn);
}

/** Handles the keys that act on the selected turn. Without one, they answer the calls of tools, or act on the event log. */
export function turnKey(screen: Screen, name: 'reportError' | 'confirmCall' | 'forkTurn'): Step {
	const view = selectedTurn(screen);
	const {passing} = screen.filter;
	const isAsking = [...screen.calls.values()].some(({kind}) => kind === 'asking');
	switch (name) {
		case 'confirmCall': {
			return view === null || isAsking ? callKey(screen, name) : step(showEvents(screen, view));
		}

		case 'reportError': {
			if (view !== null) {
				return change(screen, view, 'editTurn');
			}

			return selectUnansweredCalls(screen).length === 0
				? step(jumpKeys.nextError(screen))
				: callKey(screen, name);
		}

		case 'forkTurn': {
			return view === null
				? step({...screen, field: {kind: 'filter', value: passing === null ? '' : printFilter(passing)}})
				: change(screen, view, 'forkTurn');
		}
	}
}

function showEvents(screen: Screen, {first}: ExchangeView): Screen {
	return {...goToPosition(screen, first), focus: 'events', hasEvents: true};
}

function change(screen: Screen, {exchange}: ExchangeView, name: 'editTurn' | 'forkTurn'): Step {
	if (screen.isReplay) {
		return step({
			...screen,
			notice: 'turns can be edited and continued in the chat, not while a recording is played',
		});
	}

	if (selectIsAnswering(screen)) {
		return step({...screen, notice: 'still answering: Esc stops it'});
	}

	const left: Screen = name === 'editTurn' ? {...screen, focus: 'prompt', turn: null} : screen;
	return step(left, {name, exchange});
}

/** The text of a turn's answer; `null` before its message. */
export function turnAnswer(view: ExchangeView): string | null {
	return view.message === null ? null : answerText(view.message.blocks);
}
