import {axisCell, cellTime} from '../../text/drawings/waterfall.js';
import {showPosition} from '../events/select-event.js';
import {selectPosition} from '../events/select-log.js';
import {atTop} from '../screen/list-state.js';
import type {Screen} from '../screen/screen.js';
import {selectInside} from '../screen/select-layout.js';
import {labelWidth, maxZoom, timelineAxis, timelineExchange} from './timeline-axis.js';

/** Selects the nearest event of the exchange in an earlier (−1) or later (1) cell of the timeline. In another tab, opens the timeline. */
export function moveCursor(screen: Screen, by: 1 | -1): Screen {
	const exchange = timelineExchange(screen);
	if (screen.tab !== 'timeline') {
		return opened(screen);
	}

	if (exchange === null || !screen.hasTimes) {
		return {...screen, notice: 'there is nothing on the timeline to select'};
	}

	const {trace} = screen;
	const axis = timelineAxis(screen, exchange, selectInside(screen, 'inspector').width);
	const cellAt = (position: number) =>
		axisCell((trace.at(position)?.at ?? 0) - exchange.timestamps.request, axis);
	const from = selectPosition(screen);
	for (let position = from + by; position >= exchange.first && position <= exchange.last; position += by) {
		if (trace.at(position)?.exchange === exchange.exchange && cellAt(position) !== cellAt(from)) {
			return selected(screen, position);
		}
	}

	return {
		...screen,
		notice: by === 1 ? 'no later event in this exchange' : 'no earlier event in this exchange',
	};
}

/** Zooms the timeline around the selected event. In another tab, opens the timeline. */
export function zoomTimeline(screen: Screen, by: 1 | -1): Screen {
	if (screen.tab !== 'timeline') {
		return opened(screen);
	}

	const timelineZoom = Math.max(0, Math.min(maxZoom, screen.timelineZoom + by));
	const notice = timelineZoom === 0 ? 'the whole exchange' : `zoomed ×${2 ** timelineZoom}`;
	return {...screen, timelineZoom, notice};
}

/** Selects the last event that had come by the end of a cell of the timeline. `column` is that of the pane's inside, from 0. */
export function pressTimeline(screen: Screen, column: number): Screen {
	const exchange = timelineExchange(screen);
	const {width} = selectInside(screen, 'inspector');
	const cell = column - labelWidth(width);
	if (exchange === null || !screen.hasTimes || cell < 0) {
		return screen;
	}

	const until = exchange.timestamps.request + cellTime(cell + 1, timelineAxis(screen, exchange, width));
	let low = exchange.first;
	let high = exchange.last;
	while (low < high) {
		const middle = (low + high + 1) >>> 1;
		if ((screen.trace.at(middle)?.at ?? 0) <= until) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}

	return selected(screen, low);
}

/** The inspector stays where it was scrolled to. */
function selected(screen: Screen, position: number): Screen {
	return {...showPosition(screen, position), inspector: screen.inspector};
}

function opened(screen: Screen): Screen {
	return {...screen, tab: 'timeline', inspector: atTop};
}
