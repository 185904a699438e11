import {completeFilter} from '../../analysis/filter/complete-filter.js';
import {asksAbout, type Filter} from '../../analysis/filter/filter.js';
import {printFilter} from '../../analysis/filter/print-filter.js';
import {readFilter} from '../../analysis/filter/read-filter.js';
import {findPlace} from '../../analysis/find-place.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {reduceCalls} from '../conversation/call-reducer.js';
import {submitFind} from '../conversation/find-reducer.js';
import {changePlayback, movePlayhead} from '../player/playhead.js';
import {copyCodeBlock} from '../screen/copy-reducer.js';
import type {Screen} from '../screen/screen.js';
import {type Step, step} from '../screen/screen-effect.js';
import {writeNote} from './bookmark-reducer.js';
import {type FieldKind, maxEarlier, type OpenField} from './field-state.js';
import {jumpKeys, refilter} from './log-reducer.js';
import {goToPosition} from './select-event.js';
import {keepView} from './views-reducer.js';

/** The title and the placeholder of each field. `untimed` is the placeholder where no times are known. */
export const fieldWords: Readonly<
	Record<FieldKind, {readonly title: string; readonly placeholder: string; readonly untimed?: string}>
> = {
	search: {title: 'Search', placeholder: 'words, or a filter; n: next, N: previous'},
	find: {title: 'Find', placeholder: 'text in the conversation; n: next, N: previous'},
	code: {title: 'Copy code block', placeholder: 'its number, from 1; empty for the last one'},
	filter: {title: 'Filter', placeholder: 'words, type:ping, gap>1s, /regex/; Tab completes, Up recalls'},
	goto: {
		title: 'Go to',
		placeholder: 'an event number, or a time from the beginning, such as 3.5s or 1:05',
		untimed: 'an event number',
	},
	result: {title: 'Result', placeholder: 'what the tool returns: text or JSON; Esc leaves the call open'},
	fault: {title: 'Error', placeholder: 'why the tool failed, for the model; Esc leaves the call open'},
	breakpoint: {
		title: 'Stop when',
		placeholder: 'a filter: type:error, gap>2s, "two words"; empty to clear',
		untimed: 'a filter: type:error, "two words"; empty to clear',
	},
	view: {title: 'Keep the filter as', placeholder: 'a name for the view, which v lists'},
	note: {title: 'Note', placeholder: 'what is to be seen at this event; empty removes the note'},
};

/** Keys that open the field over the status line. */
export const fieldKeys = {
	openSearch: (screen: Screen) => open(screen, 'search', ''),
	openFilter: (screen: Screen) => open(screen, 'filter', written(screen.filter.passing)),
	openGoto: (screen: Screen) => open(screen, 'goto', ''),
	openBreakpoint: (screen: Screen) => open(screen, 'breakpoint', written(screen.playback.breakpoint)),
};

export type FieldAction =
	| {readonly name: 'changeField'; readonly value: string}
	/** Text typed in the same chunk as the key that opened the field. */
	| {readonly name: 'typeInField'; readonly text: string}
	/** Without a value, submits the field's current text. */
	| {readonly name: 'submitField'; readonly value?: string}
	/** Completes the last word of a filter, or recalls an earlier or later one. */
	| {readonly name: 'completeField'}
	| {readonly name: 'recallField'; readonly by: 1 | -1}
	| {readonly name: 'closeField'};

/** Handles the actions of the open field. */
export function reduceField(screen: Screen, action: FieldAction): Step {
	const {field} = screen;
	if (field === null) {
		return step(screen);
	}

	switch (action.name) {
		case 'changeField': {
			return step(open(screen, field.kind, action.value));
		}

		case 'typeInField': {
			return step(open(screen, field.kind, field.value + action.text));
		}

		case 'submitField': {
			return submit(screen, field.kind, action.value ?? field.value);
		}

		case 'completeField': {
			return step({...screen, field: completed(field)});
		}

		case 'recallField': {
			return step({...screen, field: recalled(field, screen.filters, action.by)});
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
function submit(open: Screen, kind: FieldKind, value: string): Step {
	const screen: Screen = {...open, field: null};
	switch (kind) {
		case 'search':
		case 'filter':
		case 'breakpoint': {
			return submitFilter(open, kind, value);
		}

		case 'find': {
			return step(submitFind(screen, value));
		}

		case 'code': {
			return copyCodeBlock(screen, value);
		}

		case 'goto': {
			return step(goTo(screen, value));
		}

		case 'note': {
			return writeNote(screen, value);
		}

		case 'view': {
			return keepView(screen, value);
		}

		case 'result':
		case 'fault': {
			return reduceCalls(screen, {name: 'answerCall', answer: {text: value, isError: kind === 'fault'}});
		}
	}
}

type FilterKind = 'search' | 'filter' | 'breakpoint';

/** A filter that cannot be read stays in its field, which says what is wrong. */
function submitFilter(screen: Screen, kind: FilterKind, value: string): Step {
	const read = readFilter(value);
	if (!read.isRead) {
		return step(open(screen, kind, value));
	}

	const {filter} = read;
	const closed: Screen = {...screen, field: null, filters: withEarlier(screen.filters, value)};
	const refused = filter === null ? null : refusal(screen, kind, filter);
	const next = refused === null ? applyFilter(closed, kind, filter) : {...closed, notice: refused};
	return filter === null ? step(next) : step(next, {name: 'keepFilter', text: value.trim()});
}

function applyFilter(screen: Screen, kind: FilterKind, filter: Filter | null): Screen {
	switch (kind) {
		case 'search': {
			const searched = {...screen, search: filter};
			return filter === null ? {...searched, notice: 'search cleared'} : jumpKeys.searchNext(searched);
		}

		case 'filter': {
			return refilter(screen, {passing: filter});
		}

		case 'breakpoint': {
			const hadOne = screen.playback.breakpoint !== null;
			const cleared = hadOne ? 'breakpoint cleared' : 'there is no breakpoint';
			const notice = filter === null ? cleared : `stops at ${sanitizeLine(printFilter(filter))}`;
			return {...changePlayback(screen, {breakpoint: filter}), notice};
		}
	}
}

/** Why a filter is of no use here; `null` if it is. */
function refusal({hasTimes}: Screen, kind: FilterKind, filter: Filter): string | null {
	if (!hasTimes && asksAbout(filter, 'gap')) {
		return 'the capture has no times, so it has no gaps: leave gap out';
	}

	return kind === 'breakpoint' && asksAbout(filter, 'sdk')
		? 'what the SDK does is known only after an event, so it cannot be a breakpoint: filter by it instead'
		: null;
}

function written(filter: Filter | null): string {
	return filter === null ? '' : printFilter(filter);
}

function withEarlier(earlier: readonly string[], value: string): readonly string[] {
	const typed = value.trim();
	return typed === '' ? earlier : [typed, ...earlier.filter(other => other !== typed)].slice(0, maxEarlier);
}

const filterKinds: ReadonlySet<FieldKind> = new Set(['search', 'filter', 'breakpoint']);

function completed(field: OpenField): OpenField {
	const {typed, turn} = field.completing ?? {typed: field.value, turn: 0};
	const value = filterKinds.has(field.kind) ? completeFilter(typed, turn) : null;
	return value === null ? field : {kind: field.kind, value, completing: {typed, turn: turn + 1}};
}

function recalled(field: OpenField, filters: readonly string[], by: 1 | -1): OpenField {
	const {typed, index} = field.recalled ?? {typed: field.value, index: -1};
	const next = Math.max(-1, Math.min(filters.length - 1, index + by));
	return filterKinds.has(field.kind)
		? {kind: field.kind, value: filters[next] ?? typed, recalled: {typed, index: next}}
		: field;
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
