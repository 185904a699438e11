import {stripVTControlCharacters} from 'node:util';
import {itemAt} from '../../trace/persistent-list.js';
import {selectView} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {conversationWindow} from './conversation-window.js';
import {selectTurnLines} from './select-turn.js';

/** Columns a key press. */
const step = 16;

/** Shows the right part of long lines of code. The first time, they are only cut instead of wrapped. */
export function scrollCodeRight(screen: Screen): Screen {
	const {codeColumn, isMarkdown} = screen;
	// A row that continues the one above; a row that goes on to the right.
	const sign = codeColumn === null ? /^[ ┃▌]*↪ / : /→ *$/;
	if (!isMarkdown || !linesInSight(screen).some(line => sign.test(line))) {
		return {...screen, notice: 'no code in sight goes on to the right'};
	}

	return codeColumn === null
		? {...screen, codeColumn: 0, notice: 'long lines of code are cut · Shift+→ scrolls · Shift+← wraps'}
		: {...screen, codeColumn: codeColumn + step};
}

/** Scrolls code back, and wraps it again at its beginning. */
export function scrollCodeLeft(screen: Screen): Screen {
	const {codeColumn} = screen;
	if (codeColumn === null) {
		return {...screen, notice: 'long lines of code are wrapped · Shift+→ cuts and scrolls them'};
	}

	return codeColumn === 0
		? {...screen, codeColumn: null, notice: 'long lines of code are wrapped'}
		: {...screen, codeColumn: Math.max(0, codeColumn - step)};
}

function linesInSight(screen: Screen): readonly string[] {
	const {exchanges} = selectView(screen);
	return conversationWindow(screen).places.map(({turn, line}) => {
		const exchange = itemAt(exchanges, turn);
		return exchange === undefined
			? ''
			: stripVTControlCharacters(selectTurnLines(screen, exchange)[line] ?? '');
	});
}
