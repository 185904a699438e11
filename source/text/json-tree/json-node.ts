import {isObject} from '../../wire/json.js';
import {memberPath} from './json-folds.js';
import {cellsAt, isHighlightIn, type JsonLayout} from './json-layout.js';
import {headLine, isOpen, type JsonPlace, tailLine} from './json-line.js';
import {type LaidLine, layLine} from './laid-line.js';

/**
 * A place of the tree with the number of rows it takes. `head` and `tail` are laid out ahead only where they may take more than one row; for the
 * others `null` stands, and the few that come into view are laid out then.
 */
export type JsonNode = JsonPlace & {
	readonly head: LaidLine | null;
	readonly children: readonly JsonNode[];
	readonly tail: LaidLine | null;
	readonly isOpen: boolean;
	/** Something in it is highlighted: it is laid out anew when that is elsewhere. */
	readonly isHighlighted: boolean;
	readonly count: number;
};

/** Counts the rows of a value. What is the same as in `previous`, made with the same layout, is taken from there. */
export function jsonNode(place: JsonPlace, layout: JsonLayout, previous: JsonNode | null): JsonNode {
	const isHighlighted = isHighlightIn(layout, place.path);
	if (previous !== null && !isHighlighted && !previous.isHighlighted && isSame(previous, place)) {
		return previous;
	}

	const cells = cellsAt(place.depth, layout.width);
	const open = isOpen(place, layout);
	const before = previous?.head ?? null;
	const head = isShort(place, open, cells)
		? null
		: layLine(headLine(place, layout, before?.line ?? null), cells, before);
	const headRows = head?.whole.lines.length ?? 1;
	if (!open) {
		return {...place, head, children: [], tail: null, isOpen: false, isHighlighted, count: headRows};
	}

	const children = placesIn(place).map((child, index) =>
		jsonNode(child, layout, previous?.children[index] ?? null),
	);
	const tail = cells > 1 ? null : layLine(tailLine(place), cells, null);
	const tailRows = tail?.whole.lines.length ?? 1;
	const count = children.reduce((sum, child) => sum + child.count, headRows + tailRows);
	return {...place, head, children, tail, isOpen: true, isHighlighted, count};
}

function isSame(previous: JsonNode, {path, value, isLast, key}: JsonPlace): boolean {
	return (
		previous.value === value && previous.isLast === isLast && previous.key === key && previous.path === path
	);
}

function placesIn({path, depth, value}: JsonPlace): readonly JsonPlace[] {
	if (Array.isArray(value)) {
		return value.map((item, index) => ({
			path: memberPath(path, String(index)),
			depth: depth + 1,
			key: null,
			value: item,
			isLast: index === value.length - 1,
		}));
	}

	// A message can hold fields that are not there, such as what a delta did not bring; JSON leaves them out.
	const members = isObject(value) ? Object.entries(value).filter(([, member]) => member !== undefined) : [];
	return members.map(([key, item], index) => ({
		path: memberPath(path, key),
		depth: depth + 1,
		key,
		value: item,
		isLast: index === members.length - 1,
	}));
}

/** What JSON writes as it is, one cell a character. */
const plain = /^[ !#-[\]-~]*$/;

/** True where a line surely fits into one row, found out without making it. */
function isShort({key, value}: JsonPlace, open: boolean, cells: number): boolean {
	const keyCells = key === null ? 0 : plainLength(key, cells) + 4;
	return keyCells + valueLength(value, open, cells) + 1 <= cells;
}

function valueLength(value: unknown, open: boolean, cells: number): number {
	if (typeof value === 'string') {
		return plainLength(value, cells) + 2;
	}

	if (typeof value === 'object' && value !== null) {
		return open ? 1 : Number.POSITIVE_INFINITY;
	}

	return String(value).length;
}

function plainLength(text: string, cells: number): number {
	return text.length <= cells && plain.test(text) ? text.length : Number.POSITIVE_INFINITY;
}
