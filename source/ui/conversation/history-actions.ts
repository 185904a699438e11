import {nextDelta} from '../../analysis/delta-span.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {showPosition} from '../events/log-actions.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {conversationWindow, isHighlightVisible} from './conversation-window.js';
import {findPiece} from './find-piece.js';
import {type HistoryScroll, scrollHistory, scrollToTurn} from './history-scroll.js';

/** Selects the event of a piece of the text; the conversation stays where it was scrolled to as long as the piece is in sight. */
export function showPiece(model: ScreenModel, position: number): void {
	const {scroll} = conversationWindow(model);
	showPosition(model, position);
	const isInSight = isHighlightVisible(model);
	if (isInSight !== true) {
		// Of a line break nothing is to be seen: the next piece will be where the last one was.
		model.store.update(state => ({...state, history: isInSight === null ? scroll : 'tail'}));
	}
}

/** Where a conversation that was scrolled by hand shows nothing highlighted: the first piece of what it shows. */
function pieceInSight(model: ScreenModel): number | null {
	const [first] = conversationWindow(model).places;
	const isWalking = model.highlight !== null && isHighlightVisible(model) !== false;
	return model.state.history === 'tail' || first === undefined || isWalking ? null : findPiece(model, first);
}

/** What keys do to the conversation pane. */
export function historyActions(model: ScreenModel) {
	const scrollTo = (next: (scroll: HistoryScroll) => HistoryScroll) => {
		model.store.update(state => ({...state, history: next(state.history)}));
	};

	const by = (lines: number) => () => {
		scrollTo(scroll =>
			scrollHistory(
				scroll,
				lines,
				model.view.exchanges.length,
				model.inside('history').height,
				model.linesOfTurn,
			),
		);
	};

	const byTurn = (turns: 1 | -1) => () => {
		scrollTo(scroll =>
			scrollToTurn(
				scroll,
				turns,
				model.view.exchanges.length,
				model.inside('history').height,
				model.linesOfTurn,
			),
		);
	};

	const toPiece = (by: 1 | -1) => () => {
		const found = pieceInSight(model) ?? nextDelta(model.trace, model.selectedPosition, by);
		if (found === null) {
			return;
		}

		showPiece(model, found);
		const event = model.trace.at(found);
		const since = (event?.at ?? 0) - (model.selectedExchange?.timestamps.request ?? 0);
		model.store.update(state => ({...state, notice: `#${found + 1} came at ${formatMilliseconds(since)}`}));
	};

	return {
		nextPiece: toPiece(1),
		previousPiece: toPiece(-1),
		historyUp: by(-1),
		historyDown: by(1),
		historyPageUp: () => by(-Math.max(1, model.inside('history').height - 2))(),
		historyPageDown: () => by(Math.max(1, model.inside('history').height - 2))(),
		historyTurnUp: byTurn(-1),
		historyTurnDown: byTurn(1),
		historyTop: () => scrollTo(() => (model.view.exchanges.length === 0 ? 'tail' : {turn: 0, line: 0})),
		historyTail: () => scrollTo(() => 'tail'),
		toggleMarkdown: () => model.store.update(state => ({...state, isMarkdown: !state.isMarkdown})),
		toggleThinking: () => model.store.update(state => ({...state, isThinkingOpen: !state.isThinkingOpen})),
	};
}
