import {openDiff} from '../diff/diff-reducer.js';
import {showPosition} from '../events/select-event.js';
import {selectEvent} from '../events/select-log.js';
import type {Screen} from '../screen/screen.js';
import {columnsOf} from './exchange-columns.js';
import {selectedIndex, selectListedAttempts} from './select-attempts.js';
import {exchangesHeight} from './select-exchanges.js';

/** Key actions of the list of exchanges, and the one that opens and closes it. */
export const exchangesKeys = {
	toggleExchanges: (screen: Screen): Screen =>
		screen.overlay === 'exchanges'
			? {...screen, overlay: null}
			: {...screen, overlay: 'exchanges', exchanges: {...screen.exchanges, attempt: attemptHere(screen)}},
	exchangesUp: (screen: Screen) => moveInExchanges(screen, -1),
	exchangesDown: (screen: Screen) => moveInExchanges(screen, 1),
	exchangesPageUp: (screen: Screen) => moveInExchanges(screen, 1 - exchangesHeight(screen)),
	exchangesPageDown: (screen: Screen) => moveInExchanges(screen, exchangesHeight(screen) - 1),
	exchangesTop: (screen: Screen) => moveInExchanges(screen, Number.NEGATIVE_INFINITY),
	exchangesEnd: (screen: Screen) => moveInExchanges(screen, Number.POSITIVE_INFINITY),
	goToExchange,
	markForDiff,
	sortExchanges,
	reverseExchanges: (screen: Screen): Screen => ({
		...screen,
		exchanges: {...screen.exchanges, isDescending: !screen.exchanges.isDescending},
	}),
};

/** Opens the list over panes that nothing else covers. It follows the newest attempt. */
export function offerExchanges(screen: Screen): Screen {
	const {overlay, field, isPresenting, exchanges} = screen;
	return overlay !== null || field !== null || isPresenting
		? screen
		: {
				...screen,
				overlay: 'exchanges',
				exchanges: {...exchanges, attempt: null},
				notice: 'several streams at once: Esc closes the list, x opens it',
			};
}

/** The attempt of the selected event. A log that follows has none, and the list shows the newest one. */
function attemptHere(screen: Screen): Screen['exchanges']['attempt'] {
	const event = screen.log.isFollowing ? undefined : selectEvent(screen);
	return event === undefined
		? null
		: {exchange: event.exchange, attempt: 'attempt' in event ? event.attempt : 1};
}

/** Selects the attempt so many rows further on, at most the last one. */
export function moveInExchanges(screen: Screen, by: number): Screen {
	const listed = selectListedAttempts(screen);
	const index = Math.max(0, Math.min(selectedIndex(screen) + by, listed.length - 1));
	const found = listed[index];
	const attempt = found === undefined ? null : {exchange: found.exchange, attempt: found.attempt};
	return {...screen, exchanges: {...screen.exchanges, attempt}};
}

/** Closes the list and shows the request of the selected attempt in the event log. */
function goToExchange(screen: Screen): Screen {
	const found = selectListedAttempts(screen)[selectedIndex(screen)];
	return found === undefined
		? {...screen, notice: 'there is no exchange yet'}
		: showPosition({...screen, overlay: null, focus: 'events', hasEvents: true}, found.position);
}

/** Marks the exchange of the selected attempt, or unmarks it. If another one is marked, shows both side by side. */
function markForDiff(screen: Screen): Screen {
	const {marked} = screen.exchanges;
	const exchange = selectListedAttempts(screen)[selectedIndex(screen)]?.exchange ?? null;
	if (exchange === null) {
		return {...screen, notice: 'there is no exchange yet'};
	}

	if (marked === null || marked === exchange) {
		const next = marked === null ? exchange : null;
		return {
			...screen,
			exchanges: {...screen.exchanges, marked: next},
			notice:
				next === null
					? `exchange ${exchange} is no longer marked`
					: `exchange ${exchange} is marked: D on another one compares them`,
		};
	}

	return openDiff({...screen, exchanges: {...screen.exchanges, marked: null}}, marked, exchange);
}

/** Sorts by the next column: figures downwards, words and the number upwards. */
function sortExchanges(screen: Screen): Screen {
	const columns = columnsOf(screen);
	const index = columns.findIndex(({name}) => name === screen.exchanges.sort);
	const next = columns[(index + 1) % columns.length];
	if (next === undefined) {
		return screen;
	}

	const {name, isText = false, title} = next;
	const isDescending = !isText && name !== 'number' && name !== 'start' && name !== 'clock';
	return {
		...screen,
		exchanges: {...screen.exchanges, sort: name, isDescending},
		notice: `sorted by ${title}`,
	};
}
