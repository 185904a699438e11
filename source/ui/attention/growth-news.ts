import type {TraceView} from '../../trace/fold-trace.js';
import {lastItem} from '../../trace/persistent-list.js';
import {testOf} from '../events/select-filter.js';
import type {Screen} from '../screen/screen.js';
import {type News, newsOfEnd} from './news.js';

/** A stream that a proxy holds, and since when, in milliseconds on the trace's clock. */
export type Hold = {readonly exchange: number; readonly heldSince: number};

/** News of a stream that a proxy has begun to hold; `null` if the screen has stopped at the same event, of which a person was told. */
export function newsOfHold(screen: Screen, hold: Hold): News | null {
	return isStoppedAt(screen, hold)
		? null
		: {words: `exchange ${hold.exchange} is held: H lets it go on`, isPressing: true};
}

/** News of a source from which nothing more can come. */
export function newsOfSource(screen: Screen, {exchanges}: TraceView): News {
	const last = lastItem(exchanges);
	const news = last === undefined ? null : newsOfEnd(screen, last);
	return {
		words: ['the stream has ended', ...(news === null ? [] : [news.words])].join(', '),
		isPressing: true,
	};
}

/** Whether the screen stands at the event that its breakpoint is about and that the proxy holds. */
function isStoppedAt(screen: Screen, {exchange, heldSince}: Hold): boolean {
	const {trace, playhead} = screen;
	const {breakpoint} = screen.playback;
	if (playhead === null || breakpoint === null || trace.at(playhead - 1)?.exchange !== exchange) {
		return false;
	}

	for (let position = playhead; position < trace.length; position++) {
		const event = trace.at(position);
		if (event?.type === 'altered' && event.how === 'held' && event.exchange === exchange) {
			return event.at === heldSince && testOf(screen, breakpoint)(playhead - 1) === true;
		}
	}

	return false;
}
