import {fitRow, type Row} from './segment.js';
import type {Theme} from './theme.js';

/** A row as a styled string of exactly `width` cells. */
export function paintRow(row: Row, width: number, theme: Theme, isSelected = false): string {
	const painted = fitRow(row, width)
		.map(({text, role}) => theme.style(text, role))
		.join('');
	return isSelected ? theme.selected(painted) : painted;
}
