import {isObject} from '../../wire/json.js';
import {formatTokens} from '../format-numbers.js';
import {sanitizeLine} from '../sanitize.js';
import {type Row, type Segment, segment} from '../segment.js';
import {cellsAt, type JsonHighlight, type JsonLayout} from './json-layout.js';
import {type QuotedText, quoteText} from './quoted-text.js';

/** A value of the tree and its position. `key` is its name in an object, and `null` in a list and at the root. */
export type JsonPlace = {
	readonly path: string;
	readonly depth: number;
	readonly key: string | null;
	readonly value: unknown;
	readonly isLast: boolean;
};

/** One line of JSON before wrapping, in two parts. A growing string lengthens `open`, while `closing`, its quote and comma, stays the same. */
export type JsonLine = {
	readonly open: Row;
	readonly closing: Row;
	readonly isFoldable: boolean;
	readonly isFolded: boolean;
	/** The line's string if it is shown whole, so that a longer one can continue from it. */
	readonly string?: QuotedText;
};

/** Containers nested more deeply are shown only by their size. No real message is that deep, and a hostile one would exhaust the stack. */
const maxDepth = 100;

/** True for a list or object whose members have rows of their own. */
export function isOpen({path, depth, value}: JsonPlace, {folds}: JsonLayout): boolean {
	return sizeOf(value) > 0 && depth < maxDepth && folds.get(path) !== 'folded';
}

/** The number of members in a list or object, or 0 for any other value. */
function sizeOf(value: unknown): number {
	return Array.isArray(value)
		? value.length
		: isObject(value)
			? Object.values(value).filter(member => member !== undefined).length
			: 0;
}

/** The first line of a value, which is all of it unless it is an open container. `previous` is the line of an earlier state of the value. */
export function headLine(place: JsonPlace, layout: JsonLayout, previous: JsonLine | null): JsonLine {
	const {key, value} = place;
	const name =
		key === null ? [] : [segment(`${quoteText(key, null).quoted}"`, 'jsonKey'), segment(': ', 'punctuation')];
	if (typeof value === 'string') {
		return stringLine(place, value, name, layout, previous?.string ?? null);
	}

	if (typeof value !== 'object' || value === null) {
		return {
			open: [...name, scalar(value, layout.highlight?.path === place.path)],
			closing: comma(place),
			isFoldable: false,
			isFolded: false,
		};
	}

	const isFoldable = sizeOf(value) > 0 && place.depth < maxDepth;
	if (isOpen(place, layout)) {
		const bracket = segment(Array.isArray(value) ? '[' : '{', 'punctuation');
		return {open: [...name, bracket], closing: [], isFoldable, isFolded: false};
	}

	const isFolded = sizeOf(value) > 0;
	return {open: [...name, ...closedContainer(value)], closing: comma(place), isFoldable, isFolded};
}

/** The line that closes an open container. */
export function tailLine(place: JsonPlace): JsonLine {
	const bracket = segment(Array.isArray(place.value) ? ']' : '}', 'punctuation');
	return {open: [bracket, ...comma(place)], closing: [], isFoldable: true, isFolded: false};
}

function closedContainer(value: object): Row {
	const [open, close, one, many] = Array.isArray(value)
		? ['[', ']', 'item', 'items']
		: ['{', '}', 'key', 'keys'];
	const size = sizeOf(value);
	return size === 0
		? [segment(`${open}${close}`, 'punctuation')]
		: [
				segment(`${open} `, 'punctuation'),
				segment(`… ${formatTokens(size)} ${size === 1 ? one : many}`, 'dim'),
				segment(` ${close}`, 'punctuation'),
			];
}

/** A string that exceeds its limit by fewer characters than this is shown whole, because the note would take as much room. */
const slack = 40;

/** A string longer than this is not unfolded for a highlight, because that would take too long at each step. */
const maxHighlight = 100_000;

function stringLine(
	place: JsonPlace,
	text: string,
	name: Row,
	{folds, width, stringRows, highlight}: JsonLayout,
	previous: QuotedText | null,
): JsonLine {
	const cells = cellsAt(place.depth, width);
	const own = highlight?.path === place.path && text.length <= maxHighlight ? highlight : null;
	const choice = own === null ? folds.get(place.path) : 'unfolded';
	const limit =
		choice === 'unfolded' ? Number.POSITIVE_INFINITY : cells * (choice === 'folded' ? 1 : stringRows);
	const isFoldable = text.length > cells + slack;
	if (text.length <= limit + slack) {
		const string = quoteText(text, previous);
		return {
			string,
			open: [
				...name,
				...(own === null ? [segment(string.quoted, 'string')] : highlightedString(string, own)),
			],
			closing: [segment('"', 'string'), ...comma(place)],
			isFoldable,
			isFolded: false,
		};
	}

	// A folded string has one row with its name and the note.
	const oneRow = Math.max(8, cells - (place.key?.length ?? 0) - slack);
	const shown = withoutHalfPair(text.slice(0, choice === 'folded' ? oneRow : limit));
	const hidden = `… ${formatTokens(text.length - shown.length)} more characters`;
	return {
		open: [...name, segment(`${quoteText(shown, null).quoted}"`, 'string'), segment(` ${hidden}`, 'dim')],
		closing: comma(place),
		isFoldable: true,
		isFolded: true,
	};
}

/** Splits the quoted string into three parts: before the highlight, the highlight, and after it. */
function highlightedString({text, quoted}: QuotedText, {start, end}: JsonHighlight): Row {
	const lengthTo = (offset: number) => quoteText(withoutHalfPair(text.slice(0, offset)), null).quoted.length;
	const from = Math.min(lengthTo(start), quoted.length);
	const to = Math.max(from, lengthTo(end));
	return [
		segment(quoted.slice(0, from), 'string'),
		segment(quoted.slice(from, to), 'highlight'),
		segment(quoted.slice(to), 'string'),
	];
}

function withoutHalfPair(text: string): string {
	return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

function scalar(value: unknown, isHighlighted: boolean): Segment {
	const role = isHighlighted
		? 'highlight'
		: typeof value === 'number'
			? 'number'
			: typeof value === 'boolean'
				? 'boolean'
				: 'null';
	return segment(sanitizeLine(String(value)), role);
}

function comma({isLast}: JsonPlace): Row {
	return isLast ? [] : [segment(',', 'punctuation')];
}
