import {isObject} from '../../wire/json.js';
import {memberPath} from './json-folds.js';
import {cellsAt, isHighlightIn, type JsonLayout} from './json-layout.js';
import {headLine, isOpen, type JsonPlace, tailLine} from './json-line.js';
import {type LaidLine, layLine} from './laid-line.js';

/**
 * A position in the tree and the number of rows it takes. `head` and `tail` are laid out ahead of time only if they may take more than one row.
 * Otherwise they are `null`, and the few that come into view are laid out then.
 */
export type JsonNode = JsonPlace & {
	readonly head: LaidLine | null;
	readonly children: readonly JsonNode[];
	readonly tail: LaidLine | null;
	readonly isOpen: boolean;
	/** True if something in it is highlighted. It is then laid out again when the highlight moves. */
	readonly isHighlighted: boolean;
	readonly count: number;
};

/** Counts the rows of a value. Unchanged parts are taken from `previous`, which must have the same layout. */
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

	// A message can hold undefined fields, such as those a delta did not set. JSON omits them.
	const members = isObject(value) ? Object.entries(value).filter(([, member]) => member !== undefined) : [];
	return members.map(([key, item], index) => ({
		path: memberPath(path, key),
		depth: depth + 1,
		key,
		value: item,
		isLast: index === members.length - 1,
	}));
}

/** Characters that JSON writes unescaped, one cell each. */
const plain = /^[ !#-[\]-~]*$/;

/** True if a line certainly fits into one row. Decided without building the line. */
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
