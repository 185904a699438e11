import {sanitizeLine} from '../../text/sanitize.js';
import type {Screen} from '../screen/screen.js';
import {conversationWindow} from './conversation-window.js';
import {type Hit, selectHits} from './find-hits.js';
import type {HistoryPlace} from './history-scroll.js';
import {scrollTo} from './scroll-conversation.js';

/** Key actions of the search in the conversation. */
export const findKeys = {
	openFind: (screen: Screen): Screen => ({...screen, field: {kind: 'find', value: ''}}),
	findNext: (screen: Screen) => goToHit(screen, 1),
	findPrevious: (screen: Screen) => goToHit(screen, -1),
};

/** Searches for a text, from the first line in sight on. An empty text ends the search. */
export function submitFind(screen: Screen, value: string): Screen {
	return value.trim() === ''
		? {...screen, find: null}
		: goToHit({...screen, find: {text: value.trim(), at: null}}, 1);
}

/** Goes to the next or the previous hit. After the last one comes the first one again. */
function goToHit(screen: Screen, by: 1 | -1): Screen {
	const {find} = screen;
	if (find === null) {
		return {...screen, notice: 'nothing is searched for yet: / finds text'};
	}

	const hits = selectHits(screen);
	const from = indexFrom(screen, hits, by);
	const index = (from + hits.length) % hits.length;
	const hit = hits[index];
	if (hit === undefined) {
		const words = sanitizeLine(find.text.slice(0, 40));
		return {...screen, notice: `“${words}” is not in the conversation`};
	}

	const wrapped = from === index ? '' : by === 1 ? ' · from the top again' : ' · from the end again';
	const {exchange, nth} = hit;
	return {
		...scrollTo(screen, hit),
		find: {...find, at: {exchange, nth}},
		notice: `hit ${index + 1} of ${hits.length}${wrapped}`,
	};
}

/** The index of the hit to go to, which is outside the list if the search wraps. */
function indexFrom(screen: Screen, hits: readonly Hit[], by: 1 | -1): number {
	const at = screen.find?.at ?? null;
	if (at !== null) {
		const {exchange, nth} = at;
		const present = hits.findIndex(hit => hit.exchange === exchange && hit.nth === nth);
		if (present !== -1) {
			return present + by;
		}
	}

	const [top = {turn: 0, line: 0}] = conversationWindow(screen).places;
	const next = hits.findIndex(hit => !isBefore(hit, top));
	const below = next === -1 ? hits.length : next;
	return by === 1 ? below : below - 1;
}

function isBefore(place: HistoryPlace, other: HistoryPlace): boolean {
	return place.turn < other.turn || (place.turn === other.turn && place.line < other.line);
}
