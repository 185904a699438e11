import {breakpointSource, breakpointWords, parseBreakpoint} from '../../analysis/breakpoint.js';
import {readKind} from '../../analysis/event-kinds.js';
import {findPlace} from '../../analysis/find-place.js';
import {filterSource} from '../../analysis/log-index.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {reduceCalls} from '../conversation/call-reducer.js';
import {submitFind} from '../conversation/find-reducer.js';
import {changePlayback, movePlayhead} from '../player/playhead.js';
import {copyCodeBlock} from '../screen/copy-reducer.js';
import type {Screen} from '../screen/screen.js';
import {type Step, step} from '../screen/screen-effect.js';
import {writeNote} from './bookmark-reducer.js';
import type {FieldKind} from './field-state.js';
import {jumpKeys, refilter} from './log-reducer.js';
import {goToPosition} from './select-event.js';

/** The title and the placeholder of each field. `untimed` is the placeholder where no times are known. */
export const fieldWords: Readonly<
	Record<FieldKind, {readonly title: string; readonly placeholder: string; readonly untimed?: string}>
> = {
	search: {title: 'Search', placeholder: 'text in an event; n: next, N: previous'},
	find: {title: 'Find', placeholder: 'text in the conversation; n: next, N: previous'},
	code: {title: 'Copy code block', placeholder: 'its number, from 1; empty for the last one'},
	filter: {title: 'Filter', placeholder: 'event types or text, such as ping error'},
	goto: {
		title: 'Go to',
		placeholder: 'an event number, or a time from the beginning, such as 3.5s or 1:05',
		untimed: 'an event number',
	},
	result: {title: 'Result', placeholder: 'what the tool returns: text or JSON; Esc leaves the call open'},
	fault: {title: 'Error', placeholder: 'why the tool failed, for the model; Esc leaves the call open'},
	breakpoint: {
		title: 'Stop when',
		placeholder: 'an event type, gap 2s, or a text; empty to clear',
		untimed: 'an event type or a text; empty to clear',
	},
	note: {title: 'Note', placeholder: 'what is to be seen at this event; empty removes the note'},
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
	/** Text typed in the same chunk as the key that opened the field. */
	| {readonly name: 'typeInField'; readonly text: string}
	/** Without a value, submits the field's current text. */
	| {readonly name: 'submitField'; readonly value?: string}
	| {readonly name: 'closeField'};

/** Handles the actions of the open field. */
export function reduceField(screen: Screen, action: FieldAction): Step {
	const {field} = screen;
	if (field === null) {
		return step(screen);
	}

	switch (action.name) {
		case 'changeField': {
			return step({...screen, field: {...field, value: action.value}});
		}

		case 'typeInField': {
			return step({...screen, field: {...field, value: field.value + action.text}});
		}

		case 'submitField': {
			return submit({...screen, field: null}, field.kind, action.value ?? field.value);
		}

		case 'closeField': {
			return step({...screen, field: null});
		}
	}
}

function open(screen: Screen, kind: FieldKind, value: string): Screen {
	return {...screen, field: {kind, value}};
}

/** Applies the field's value. */
function submit(screen: Screen, kind: FieldKind, value: string): Step {
	switch (kind) {
		case 'search': {
			return step(jumpKeys.searchNext({...screen, search: value}));
		}

		case 'find': {
			return step(submitFind(screen, value));
		}

		case 'code': {
			return copyCodeBlock(screen, value);
		}

		case 'filter': {
			return step(filterBy(screen, value));
		}

		case 'goto': {
			return step(goTo(screen, value));
		}

		case 'breakpoint': {
			return step(setBreakpoint(screen, value));
		}

		case 'note': {
			return writeNote(screen, value);
		}

		case 'result':
		case 'fault': {
			return reduceCalls(screen, {name: 'answerCall', answer: {text: value, isError: kind === 'fault'}});
		}
	}
}

/** Sets the breakpoint and says how the input was understood: anything that is not a type or a gap is a text. */
function setBreakpoint(screen: Screen, value: string): Screen {
	const breakpoint = parseBreakpoint(value);
	if (breakpoint?.on === 'gap' && !screen.hasTimes) {
		return {...screen, notice: 'the capture has no times, so it has no gaps: enter an event type or a text'};
	}

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

/** Goes to an event by its number or its time. If the playhead is live, the event is selected, otherwise the playhead moves there. */
function goTo(screen: Screen, value: string): Screen {
	const position = findPlace(screen.trace.events, value, screen.hasTimes, screen.bookmarks);
	if (position === null) {
		return {...screen, notice: nowhere(screen, value)};
	}

	const gone = screen.playhead === null ? goToPosition(screen, position) : movePlayhead(screen, position + 1);
	return {...gone, notice: placeWords(screen, position)};
}

/** The log counts from each exchange's request, but this time counts from the beginning of the trace, so the notice says so. */
function placeWords({trace, hasTimes}: Screen, position: number): string {
	const since = (trace.at(position)?.at ?? 0) - (trace.at(0)?.at ?? 0);
	return hasTimes ? `#${position + 1}, ${formatMilliseconds(since)} from the beginning` : `#${position + 1}`;
}

function nowhere({live, hasTimes}: Screen, value: string): string {
	const other = hasTimes ? ', or a time such as 3.5s or 1:05' : '; the capture has no times';
	return live.length === 0
		? 'there are no events yet'
		: `${JSON.stringify(sanitizeLine(value.slice(0, 20)))} is not an event: enter a number from 1 to ${live.length}${other}`;
}
