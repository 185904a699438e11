import {isObject, type JsonObject} from '../../wire/json.js';
import type {ActionName} from './keymap.js';
import type {Screen} from './screen.js';
import type {Step} from './screen-effect.js';

/** Why a key did nothing, in words for the status line. Every other action always does something, or says by itself why it cannot. */
const reasons: Partial<Readonly<Record<ActionName, string>>> = {
	logUp: 'this is the first event',
	logPageUp: 'this is the first event',
	logTop: 'this is the first event',
	logDown: 'this is the last event',
	logPageDown: 'this is the last event',
	logTail: 'the log already follows the last event',
	clearFilter: 'there is no filter: f sets one',
	stepBack: 'nothing is before this',
	previousExchange: 'this is the first exchange',
	nextExchange: 'this is the last exchange',
	slower: 'this is the slowest speed',
	faster: 'this is the fastest speed',
	playFromHere: 'the playhead is already here',
	goLive: 'the playhead is already at the end',
	historyUp: 'this is the beginning of the conversation',
	historyPageUp: 'this is the beginning of the conversation',
	historyTop: 'this is the beginning of the conversation',
	historyDown: 'this is the end of the conversation',
	historyPageDown: 'this is the end of the conversation',
	historyTail: 'this is the end of the conversation',
	historyTurnUp: 'there is no turn above',
	historyTurnDown: 'there is no turn below',
	nextPiece: 'no piece of text is further on',
	previousPiece: 'no piece of text is further back',
	writeResult: 'no tool call waits for a result',
	runCall: 'nothing waits to be run or continued',
	confirmCall: 'no turn is selected: [ and ] select one',
	inspectorUp: 'this is the top of the tab',
	inspectorPageUp: 'this is the top of the tab',
	inspectorTop: 'this is the top of the tab',
	inspectorDown: 'this is the end of the tab',
	inspectorPageDown: 'this is the end of the tab',
	inspectorEnd: 'this is the end of the tab',
	cursorLeft: 'no event is earlier in the timeline',
	cursorRight: 'no event is later in the timeline',
	zoomIn: 'the timeline (3) zooms no further',
	zoomOut: 'the whole timeline (3) is shown',
	toggleFold: 'nothing folds in this row',
	lowerLog: 'the event log has its least height',
	raiseLog: 'the event log has its greatest height',
	narrowHistory: 'the conversation has its least width',
	widenHistory: 'the conversation has its greatest width',
	exchangesUp: 'this is the first attempt of the list',
	exchangesPageUp: 'this is the first attempt of the list',
	exchangesTop: 'this is the first attempt of the list',
	exchangesDown: 'this is the last attempt of the list',
	exchangesPageDown: 'this is the last attempt of the list',
	exchangesEnd: 'this is the last attempt of the list',
	turnsUp: 'this is the first turn',
	turnsPageUp: 'this is the first turn',
	turnsTop: 'this is the first turn',
	turnsDown: 'this is the last turn',
	turnsPageDown: 'this is the last turn',
	turnsEnd: 'this is the last turn',
	pickerUp: 'this is the first row',
	pickerDown: 'this is the last row',
	nextPane: 'no other pane is open',
	previousPane: 'no other pane is open',
};

/** Says why a key did nothing, unless something was done or said. */
export function explained(before: Screen, name: ActionName, done: Step): Step {
	const reason = reasons[name];
	const {screen, effects} = done;
	const isIdle =
		reason !== undefined && effects.length === 0 && screen.notice === null && isSame(before, screen);
	return isIdle ? {screen: {...screen, notice: reason}, effects} : done;
}

/** A part that was made anew with what it held is the same. */
function isSame(before: Screen, now: Screen): boolean {
	return (
		before === now ||
		(Object.keys(now) as ReadonlyArray<keyof Screen>).every(key => isAlike(before[key], now[key]))
	);
}

function isAlike(before: unknown, now: unknown): boolean {
	if (Object.is(before, now)) {
		return true;
	}

	if (!isPlain(before) || !isPlain(now)) {
		return false;
	}

	// Which event of a row is meant is not seen.
	return Object.keys({...before, ...now}).every(key => key === 'meant' || Object.is(before[key], now[key]));
}

function isPlain(value: unknown): value is JsonObject {
	return isObject(value) && Object.getPrototypeOf(value) === Object.prototype;
}
