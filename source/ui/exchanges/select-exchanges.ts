import {printFilter} from '../../analysis/filter/print-filter.js';
import {quantile} from '../../analysis/quantiles.js';
import {paintRow} from '../../text/paint.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {fit} from '../../text/text-width.js';
import {bodySize} from '../help/help-layout.js';
import {selectLength} from '../player/select-view.js';
import {type PaneContent, paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {headerHeight} from '../screen/select-layout.js';
import {exchangeBar} from './exchange-bar.js';
import {type Column, fittingColumns, type ListedAttempt} from './exchange-columns.js';
import {selectAxis, selectedIndex, selectListedAttempts} from './select-attempts.js';

/** A title, the column headings and the last row. */
const fixedRows = 3;

/** The rows of attempts in sight. */
export function exchangesHeight(screen: Screen): number {
	return Math.max(1, bodySize(screen).height - fixedRows);
}

/** The list of exchanges, over the panes: a row an attempt. Only visible rows are made. */
export const selectExchanges: (screen: Screen) => PaneContent | null = paneSelector(screen => {
	const size = bodySize(screen);
	const {theme} = screen;
	const {width} = size;
	const listed = selectListedAttempts(screen);
	const index = selectedIndex(screen);
	const height = exchangesHeight(screen);
	const top = Math.max(0, Math.min(index - Math.floor(height / 2), listed.length - height));
	const shown = listed.slice(top, top + height);
	const columns = fittingColumns(width, screen);
	const blank = Array.from({length: Math.max(0, height - shown.length)}, () => '');
	const rows = shown.map((attempt, row) => {
		const isSelected = top + row === index;
		return paintRow(attemptRow(screen, attempt, {columns, width, isSelected}), width, theme, isSelected);
	});
	return {
		title: [segment('Exchanges ', 'title'), segment(String(listed.length), 'dim')],
		note: [segment(noteOf(screen, width), 'dim')],
		lines: [
			paintRow(headRow(screen, columns), width, theme),
			...(listed.length === 0 ? [paintRow([segment(` ${emptyWords(screen)}`, 'dim')], width, theme)] : []),
			...rows,
			...blank.slice(listed.length === 0 ? 1 : 0),
			paintRow(lastRow(listed, columns), width, theme),
		],
		place: {x: 0, y: headerHeight, ...size},
		top: headerHeight,
		isFocused: true,
		theme,
	};
});

function noteOf({filter}: Screen, width: number): string {
	const filtered = filter.passing === null ? '' : `filter: ${sanitizeLine(printFilter(filter.passing))} · `;
	return `${filtered}${width < 70 ? 'Enter  Esc' : 'Enter goes there  D diff  s sort  f filter  Esc closes'}`;
}

function emptyWords({filter}: Screen): string {
	return filter.passing === null
		? 'No exchange yet.'
		: 'No exchange has an event that matches the filter. F shows all.';
}

/** The headings; the column that the list is sorted by has an arrow. */
function headRow({exchanges: {sort, isDescending}, hasTimes}: Screen, columns: readonly Column[]): Row {
	const cells = columns.map(column => {
		const arrow = column.name === sort ? (isDescending ? '▼' : '▲') : '';
		return cell(`${column.title}${arrow}`, column);
	});
	return [segment(` ${cells.join(' ')}${hasTimes ? ' waiting ░ stream █ retry ·' : ''}`, 'dim')];
}

function attemptRow(
	screen: Screen,
	attempt: ListedAttempt,
	{
		columns,
		width,
		isSelected,
	}: {readonly columns: readonly Column[]; readonly width: number; readonly isSelected: boolean},
): Row {
	const start = screen.trace.at(0)?.at ?? 0;
	const isAhead = attempt.position >= selectLength(screen);
	const cells = columns.flatMap((column): Row => {
		const value = column.value(attempt);
		const shown =
			value === null ? '·' : column.print(column.name === 'start' ? Number(value) - start : value);
		return [segment(cell(shown, column), isAhead ? 'dim' : roleOf(column, attempt)), segment(' ')];
	});
	const used = columns.reduce((sum, column) => sum + column.width + 1, 1);
	const bar = screen.hasTimes ? exchangeBar(attempt, selectAxis(screen), Math.max(1, width - used)) : [];
	const sign = screen.exchanges.marked === attempt.exchange ? '◆' : isSelected ? '▸' : ' ';
	return [segment(sign, 'mark'), ...cells, ...bar];
}

function roleOf(
	{name}: Column,
	{status, phase, findings, isGivenUp, endedBy, heldSince}: ListedAttempt,
): string | undefined {
	switch (name) {
		case 'status': {
			return status !== null && status >= 400 ? 'bad' : undefined;
		}

		case 'stop': {
			return phase === 'failed' ? 'bad' : phase === 'complete' ? undefined : 'warning';
		}

		case 'life': {
			return isGivenUp ? 'bad' : endedBy !== null ? 'dim' : heldSince !== null ? 'warning' : 'good';
		}

		case 'findings': {
			return findings === null || findings === 0 ? 'dim' : 'warning';
		}

		default: {
			return undefined;
		}
	}
}

/** Sums and medians of all rows. */
function lastRow(listed: readonly ListedAttempt[], columns: readonly Column[]): Row {
	const cells = columns.map(column => {
		const values = listed.map(column.value).filter(value => typeof value === 'number');
		if (column.name === 'number' || column.last === null || values.length === 0) {
			return cell(column.name === 'number' ? 'Σ' : column.name === 'stop' ? 'Σ, median' : '', column);
		}

		const sorted = values.toSorted((a, b) => a - b);
		const value = column.last === 'sum' ? values.reduce((sum, one) => sum + one, 0) : quantile(sorted, 0.5);
		return cell(column.print(value), column);
	});
	return [segment(` ${cells.join(' ')}`, 'strong')];
}

function cell(text: string, {width, isText = false}: Column): string {
	const cut = fit(text, width);
	return isText ? cut : cut.trimEnd().padStart(width);
}
