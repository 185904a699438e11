import type {Glyph} from './screen-cell.js';

/** A pane on the screen: where its title begins, its title, and the rows below it. */
export type ScreenPane = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly title: string;
	/** Whether its title is a heavy rule. */
	readonly isFocused: boolean;
	readonly rows: readonly string[];
};

type Cells = ReadonlyArray<readonly Glyph[]>;

const rule = /[─━]/;
/** Where a rule can meet the line at the left of a pane. */
const joint = /[┬├┴┷]/;

/**
 * The panes of a complete screen, by their titles, row by row; the prompt, which begins with a rule over the whole width, is the last one. Throws
 * if a line is broken: if the line at the left of a pane has a gap or ends where nothing is.
 */
export const readWholeScreen = (cells: Cells): readonly ScreenPane[] => {
	const titles = cells.flatMap((row, y) => titlesIn(row).map(title => ({...title, y})));
	const scrubbers = cells.flatMap((row, y) => (isScrubber(row) ? [y] : []));
	/** The first row of the scrubber below row `y`. */
	const scrubberRow = (y: number): number => scrubbers.find(row => row > y) ?? cells.length;
	const lastRow = cells.length - 1;
	return titles.map(({x, end, y}) => {
		const below = titles.filter(other => other.y > y && other.x < end && other.end > x);
		const next = Math.min(scrubberRow(y), lastRow, ...below.map(other => other.y));
		const hasLine = x > 0;
		for (let row = y + 1; hasLine && row < next; row++) {
			if (cells[row]?.[x]?.text !== '│') {
				throw new Error(
					`the line at the left of a pane is broken at column ${x}, row ${row}: "${cells[row]?.[x]?.text}"`,
				);
			}
		}

		const under = cells[next]?.[x]?.text ?? '';
		if (hasLine && next < lastRow && !joint.test(under) && next !== scrubberRow(y)) {
			throw new Error(
				`the line at the left of a pane does not end in a joint at column ${x}, row ${next}: "${under}"`,
			);
		}

		const from = x + (hasLine ? 1 : 0);
		const text = (row: number) => textBetween(cells[row] ?? [], from, end);
		return {
			x,
			y,
			width: end - x,
			height: next - y,
			title: titleOf(text(y)),
			isFocused: /━/.test(text(y)),
			rows: Array.from({length: next - y - 1}, (_, index) => text(y + 1 + index).trimEnd()),
		};
	});
};

/** The rule above the prompt has no name, only what the prompt is for. */
const titleOf = (text: string): string => {
	const words = text.replaceAll(/[─━┴┷]+/g, ' ').trim();
	return words === '' || words.startsWith('replacing') || /^\d+–\d+ of /.test(words)
		? `Prompt ${words}`.trim()
		: words;
};

/** The rules of a row that begin panes: [x, end). The one above the prompt has no title. */
const titlesIn = (row: readonly Glyph[]): ReadonlyArray<{x: number; end: number}> => {
	if (!row.some(({text}) => rule.test(text))) {
		return [];
	}

	const starts = row.flatMap(({text}, x) => {
		const [first, second, third] =
			x === 0 ? ['', text, row[1]?.text] : [text, row[x + 1]?.text, row[x + 2]?.text];
		const isStart = x === 0 ? rule.test(text) : /[┬├]/.test(first ?? '') && rule.test(second ?? '');
		const isTitle = isStart && (third === ' ' || isPromptRule(row));
		return isTitle ? [x] : [];
	});
	// A title may be cut off by a pane beside it that begins in another row.
	const sides = row.flatMap(({text}, x) => (text === '│' ? [x] : []));
	return starts.map(x => ({
		x,
		end: Math.min(row.length, ...[...starts, ...sides].filter(other => other > x)),
	}));
};

/** It may end with the place in a long menu. */
const isPromptRule = (row: readonly Glyph[]): boolean =>
	/^[─━┴┷]+( \d+–\d+ of \d+ [↑↓]+ [─━┴┷])?$/u.test(textBetween(row, 0, row.length));

const isScrubber = (row: readonly Glyph[]): boolean =>
	/^ (▶|❚❚|thinking|text|tools) /.test(textBetween(row, 0, 12));

const textBetween = (row: readonly Glyph[], from: number, to: number): string =>
	row
		.slice(from, to)
		.map(({text, width}) => (width === 0 ? '' : text || ' '))
		.join('');
