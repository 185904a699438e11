import {breakpointSource, breakpointWords, parseBreakpoint} from '../../analysis/breakpoint.js';
import {readKind} from '../../analysis/event-kinds.js';
import {findPlace} from '../../analysis/find-place.js';
import {filterSource} from '../../analysis/log-index.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {changePlayback, movePlayhead} from '../player/playhead.js';
import type {Screen} from '../screen/screen.js';
import type {FieldKind} from './field-state.js';
import {jumpKeys, refilter} from './log-reducer.js';
import {goToPosition} from './select-event.js';

/** What is said beside the field. */
export const fieldWords: Readonly<Record<FieldKind, {readonly title: string; readonly placeholder: string}>> =
	{
		search: {title: 'Search', placeholder: 'text in an event; n: next, N: previous'},
		filter: {title: 'Filter', placeholder: 'event types or text, such as ping error'},
		goto: {
			title: 'Go to',
			placeholder: 'an event number, or a time from the beginning, such as 3.5s or 1:05',
		},
		breakpoint: {title: 'Stop when', placeholder: 'an event type, gap 2s, or a text; empty to clear'},
	};

/** Keys that open the field over the status line. */
export const fieldKeys = {
	openSearch: (screen: Screen) => open(screen, 'search', ''),
	openFilter: (screen: Screen) => open(screen, 'filter', filterSource(screen.filter)),
	openGoto: (screen: Screen) => open(screen, 'goto', ''),
	openBreakpoint: (screen: Screen) => {
		const {breakpoint} = screen.playback;
		return open(screen, 'breakpoint', breakpoint === null ? '' : breakpointSource(breakpoint));
	},
};

export type FieldAction =
	| {readonly name: 'changeField'; readonly value: string}
	/** What is typed in the same chunk as the key that opened the field. */
	| {readonly name: 'typeInField'; readonly text: string}
	/** Without a value, what stands in it. */
	| {readonly name: 'submitField'; readonly value?: string}
	| {readonly name: 'closeField'};

/** What happens in the open field. */
export function reduceField(screen: Screen, action: FieldAction): Screen {
	const {field} = screen;
	if (field === null) {
		return screen;
	}

	switch (action.name) {
		case 'changeField': {
			return {...screen, field: {...field, value: action.value}};
		}

		case 'typeInField': {
			return {...screen, field: {...field, value: field.value + action.text}};
		}

		case 'submitField': {
			return submit({...screen, field: null}, field.kind, action.value ?? field.value);
		}

		case 'closeField': {
			return {...screen, field: null};
		}
	}
}

function open(screen: Screen, kind: FieldKind, value: string): Screen {
	return {...screen, field: {kind, value}};
}

/** Does what the field was opened for. */
function submit(screen: Screen, kind: FieldKind, value: string): Screen {
	switch (kind) {
		case 'search': {
			return jumpKeys.searchNext({...screen, search: value});
		}

		case 'filter': {
			return filterBy(screen, value);
		}

		case 'goto': {
			return goTo(screen, value);
		}

		case 'breakpoint': {
			return setBreakpoint(screen, value);
		}
	}
}

/** Says how the words were understood: what is no type and no gap is a text. */
function setBreakpoint(screen: Screen, value: string): Screen {
	const breakpoint = parseBreakpoint(value);
	const notice =
		breakpoint === null
			? screen.playback.breakpoint && 'breakpoint cleared'
			: `stops ${sanitizeLine(breakpointWords(breakpoint))}`;
	return {...changePlayback(screen, {breakpoint}), notice};
}

function filterBy(screen: Screen, value: string): Screen {
	const words = value
		.replace(/\b(type|event|kind):\s+/gi, '$1:')
		.split(/\s+/)
		.filter(word => word !== '');
	const named = words.map(readKind).filter(kind => kind !== null);
	const text = words.filter(word => readKind(word) === null).join(' ');
	return refilter(screen, {kinds: named.length === 0 ? null : new Set(named), text});
}

/** Goes to an event by its number or its time: where the playhead is live the event is selected, else the playhead goes there. */
function goTo(screen: Screen, value: string): Screen {
	const position = findPlace(screen.trace.events, value);
	if (position === null) {
		return {...screen, notice: nowhere(screen, value)};
	}

	const gone = screen.playhead === null ? goToPosition(screen, position) : movePlayhead(screen, position + 1);
	return {...gone, notice: placeWords(screen, position)};
}

/** The log counts from each exchange's request, a time from the beginning of all: so that is said. */
function placeWords({trace, hasTimes}: Screen, position: number): string {
	const since = (trace.at(position)?.at ?? 0) - (trace.at(0)?.at ?? 0);
	return hasTimes ? `#${position + 1}, ${formatMilliseconds(since)} from the beginning` : `#${position + 1}`;
}

function nowhere({live}: Screen, value: string): string {
	return live.length === 0
		? 'there are no events yet'
		: `${JSON.stringify(sanitizeLine(value.slice(0, 20)))} is not an event: enter a number from 1 to ${live.length}, or a time such as 3.5s or 1:05`;
}
