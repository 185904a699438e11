import {movePlayhead} from '../player/playhead.js';
import {atTop, selectRow} from '../screen/list-state.js';
import type {Screen} from '../screen/screen.js';
import {selectInside} from '../screen/select-layout.js';
import {isLogWhole, selectLogCount, selectLogIndex, selectLogList} from './select-log.js';

/** Shows the event at a position. If it is after the playhead and the log ends there, the playhead moves. */
export function showPosition(screen: Screen, position: number): Screen {
	const {playhead} = screen;
	return playhead === null || position < playhead || isLogWhole(screen)
		? goToPosition(screen, position)
		: movePlayhead(screen, position + 1);
}

/** Selects the event at a position of the trace. If the filter hides it, selects the previous row. */
export function goToPosition(screen: Screen, position: number): Screen {
	const row = selectLogIndex(screen).lineOf(position);
	const {height} = selectInside(screen, 'events');
	return {
		...screen,
		log: {...selectRow(selectLogList(screen), row, selectLogCount(screen), height), meant: position},
		inspector: atTop,
		notice: null,
	};
}
