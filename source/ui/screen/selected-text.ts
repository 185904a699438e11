import {stripVTControlCharacters} from 'node:util';
import {lightParts} from '../../text/light-parts.js';
import {textWidth} from '../../text/text-width.js';
import {selectHistory} from '../conversation/select-history.js';
import {selectEventLog} from '../events/select-event-log.js';
import {selectPresentedEvent} from '../events/select-presented-event.js';
import {selectInspector} from '../inspector/select-inspector.js';
import type {PaneName} from './layout.js';
import type {PaneContent} from './pane-selector.js';
import type {Cell, Drag} from './pointer-state.js';
import type {Screen} from './screen.js';
import {historyMargin, inspectorMargin} from './select-layout.js';

const margins: Readonly<Record<PaneName, number>> = {
	history: historyMargin,
	events: 0,
	inspector: inspectorMargin,
};

const segmenter = new Intl.Segmenter();

/** The text of a pane between the cells where a drag began and ended, both included, as it is seen, without the pane's margin. */
export function selectedText(screen: Screen, drag: Drag): string {
	const lines = linesOf(screen, drag.pane);
	return rowsOf(drag)
		.map(({row, from, to}) => {
			const plain = stripVTControlCharacters(lines[row] ?? '');
			const [start, end] = unitsBetween(plain, from, to);
			return plain.slice(start, end).trimEnd();
		})
		.join('\n')
		.replace(/\n+$/, '');
}

/** The content of a pane with the dragged-over text lit. */
export function withSelection<Content extends PaneContent>(
	content: Content | null,
	pane: PaneName,
	{drag, theme}: Pick<Screen, 'drag' | 'theme'>,
): Content | null {
	if (content === null || drag === null || drag.pane !== pane || drag.to === null) {
		return content;
	}

	const lines = [...content.lines];
	for (const {row, from, to} of rowsOf(drag)) {
		const line = lines[row] ?? '';
		const [start, end] = unitsBetween(stripVTControlCharacters(line), from, to);
		lines[row] = lightParts(
			line,
			index => index >= start && index < end,
			part => theme.style(part, 'highlight'),
		);
	}

	return {...content, lines};
}

function linesOf(screen: Screen, pane: PaneName): readonly string[] {
	switch (pane) {
		case 'history': {
			return selectHistory(screen)?.lines ?? [];
		}

		case 'events': {
			const log = screen.isPresenting ? selectPresentedEvent(screen) : selectEventLog(screen);
			return log?.lines ?? [];
		}

		case 'inspector': {
			return selectInspector(screen)?.lines ?? [];
		}
	}
}

type SelectedRow = {readonly row: number; readonly from: number; readonly to: number};

/** The columns of each row that was dragged over. */
function rowsOf({pane, from, to}: Drag): readonly SelectedRow[] {
	if (to === null) {
		return [];
	}

	const [first, last] = isBefore(to, from) ? [to, from] : [from, to];
	const margin = margins[pane];
	return Array.from({length: last.row - first.row + 1}, (_, index) => {
		const row = first.row + index;
		return {
			row,
			from: Math.max(margin, row === first.row ? first.column : 0),
			to: row === last.row ? last.column : Number.POSITIVE_INFINITY,
		};
	});
}

function isBefore(one: Cell, other: Cell): boolean {
	return one.row < other.row || (one.row === other.row && one.column < other.column);
}

/** The UTF-16 units of the graphemes with a cell in columns `from` to `to`, as the first one and the one after the last. */
function unitsBetween(plain: string, from: number, to: number): readonly [start: number, end: number] {
	let column = 0;
	let start: number | null = null;
	let end = 0;
	for (const {segment, index} of segmenter.segment(plain)) {
		const next = column + textWidth(segment);
		if (next > from && column <= to) {
			start ??= index;
			end = index + segment.length;
		}

		column = next;
	}

	return [start ?? 0, end];
}
