import {answeringModel} from '../../analysis/answering-model.js';
import {formatTimeOfDay} from '../../text/format-clock.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, rowWidth, segment} from '../../text/segment.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import {selectExchange} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {isLogWhole} from './select-log.js';

/** The line between two exchanges: the number of the one below, when it began, its model, and how it was answered. */
export function separatorRow(screen: Screen, exchange: number, width: number): Row {
	const view = isLogWhole(screen) ? exchangeIn(screen.live, exchange) : selectExchange(screen, exchange);
	const words = view === null ? [] : [clockOf(screen, view), answeringModel(view) ?? '', answerOf(view)];
	const start: Row = [
		segment('── ', 'line'),
		segment(String(exchange), 'accent'),
		...words.filter(word => word !== '').map(word => segment(` · ${sanitizeLine(word)}`, 'dim')),
		segment(' '),
	];
	return [...start, segment('─'.repeat(Math.max(0, width - rowWidth(start))), 'line')];
}

function clockOf({wallTime, hasTimes}: Screen, {first, timestamps}: ExchangeView): string {
	return wallTime === null || !hasTimes ? '' : formatTimeOfDay(wallTime(timestamps.request, first));
}

/** The status of the last attempt, and how many there were; the phase while there is no answer. */
function answerOf({attempts, phase}: ExchangeView): string {
	const status = attempts.at(-1)?.response?.status || phase;
	return attempts.length > 1 ? `${status} · attempt ${attempts.length}` : String(status);
}
