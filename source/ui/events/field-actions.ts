import {type Breakpoint, breakpointWords, parseBreakpoint} from '../../analysis/breakpoint.js';
import {readKind} from '../../analysis/event-kinds.js';
import {findPlace} from '../../analysis/find-place.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {movePlayhead} from '../player/player-actions.js';
import type {ScreenModel} from '../screen/screen-model.js';
import type {FieldKind} from '../screen/screen-state.js';
import {jumpActions, refilter, selectPosition} from './log-actions.js';

/** What is said beside the field. */
export const fieldWords: Readonly<Record<FieldKind, {readonly title: string; readonly placeholder: string}>> =
	{
		search: {title: 'Search', placeholder: 'text in an event; n and N go on'},
		filter: {title: 'Filter', placeholder: 'event types or text, as in: ping error'},
		goto: {title: 'Go to', placeholder: 'an event’s number, or a time from the beginning as in 3.5s or 1:05'},
		breakpoint: {title: 'Stop when', placeholder: 'an event type, gap 2s, or a text; empty for never'},
	};

/** Does what the open field asks for, and closes it. */
export function submitField(model: ScreenModel, value: string): void {
	const kind = model.state.field?.kind;
	closeField(model);
	switch (kind) {
		case 'search': {
			model.store.update(state => ({...state, search: value}));
			jumpActions(model).searchNext();
			return;
		}

		case 'filter': {
			filterBy(model, value);
			return;
		}

		case 'goto': {
			goTo(model, value);
			return;
		}

		case 'breakpoint': {
			setBreakpoint(model, parseBreakpoint(value));
			return;
		}

		case undefined: {
			return;
		}
	}
}

export function closeField(model: ScreenModel): void {
	model.store.update(state => ({...state, field: null}));
}

/** Says how the words were understood: what is no type and no gap is a text. */
function setBreakpoint(model: ScreenModel, breakpoint: Breakpoint | null): void {
	model.store.update(state => ({
		...state,
		playback: {...state.playback, breakpoint},
		notice:
			breakpoint === null
				? state.playback.breakpoint && 'the breakpoint is gone'
				: `stops ${sanitizeLine(breakpointWords(breakpoint))}`,
	}));
}

function filterBy(model: ScreenModel, value: string): void {
	const words = value
		.replace(/\b(type|event|kind):\s+/gi, '$1:')
		.split(/\s+/)
		.filter(word => word !== '');
	const named = words.map(readKind).filter(kind => kind !== null);
	const text = words.filter(word => readKind(word) === null).join(' ');
	refilter(model, filter => ({...filter, kinds: named.length === 0 ? null : new Set(named), text}));
}

/** Goes to an event by its number or its time: where the playhead is live the event is selected, else the playhead goes there. */
function goTo(model: ScreenModel, value: string): void {
	const position = findPlace(model.trace.events, value);
	if (position !== null && model.state.playhead === null) {
		selectPosition(model, position);
	} else if (position !== null) {
		movePlayhead(model, position + 1);
	}

	const notice = position === null ? nowhere(model, value) : placeWords(model, position);
	model.store.update(state => ({...state, notice}));
}

/** The log counts from each exchange's request, a time from the beginning of all: so that is said. */
function placeWords({trace}: ScreenModel, position: number): string {
	const since = (trace.at(position)?.at ?? 0) - (trace.at(0)?.at ?? 0);
	return `#${position + 1}, ${formatMilliseconds(since)} from the beginning`;
}

function nowhere({trace}: ScreenModel, value: string): string {
	return trace.length === 0
		? 'there is no event yet'
		: `${JSON.stringify(sanitizeLine(value.slice(0, 20)))} is no event: there are 1 to ${trace.length}, or a time as in 3.5s or 1:05`;
}
