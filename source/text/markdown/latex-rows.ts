// Formulas of several rows: what stands beside them, and the columns and brackets of cases, matrices and aligned lines.

import {textWidth} from '../text-width.js';
import {alignedEnvironments, type Bracket, fencedEnvironments} from './formula-environments.js';

/** The rows of an environment, each with its cells. A cell may itself have several lines. */
export type FormulaCells = string[][];

/** True if the text has a sign of a bracket over several rows, which must not be wrapped. */
export function hasTallBracket(text: string): boolean {
	return /[\u239B-\u23AD]/.test(text);
}

/** Sets two pieces side by side, with one blank between them for two. Of several rows, the middle one continues the line. */
export function beside(left: string, right: string): string {
	if (!left.includes('\n') && !right.includes('\n')) {
		return right === ' ' && left.endsWith(' ') ? left : left + right;
	}

	const leftRows = left.split('\n');
	const rightRows = right.split('\n');
	const above = Math.max(middleOf(leftRows), middleOf(rightRows));
	const below = Math.max(leftRows.length - middleOf(leftRows), rightRows.length - middleOf(rightRows));
	const width = Math.max(...leftRows.map(textWidth));
	return Array.from({length: above + below}, (_, row) => {
		const before = leftRows[row - above + middleOf(leftRows)] ?? '';
		const after = rightRows[row - above + middleOf(rightRows)] ?? '';
		return padEnd(before, width) + after;
	}).join('\n');
}

/** Returns the cells of the environment called `name` as lines, or `null` for an unknown one or for cells of several lines. */
export function layOutCells(name: string, cells: FormulaCells): string | null {
	const sides = fencedEnvironments.get(name);
	const rows = cells
		.map(row => row.map(cell => cell.replace(/ {3,}/g, '  ').trim()))
		.filter(row => row.some(cell => cell !== ''));
	if (
		(sides === undefined && !alignedEnvironments.has(name)) ||
		rows.some(row => row.some(cell => cell.includes('\n')))
	) {
		return null;
	}

	const count = Math.max(0, ...rows.map(row => row.length));
	const widths = Array.from({length: count}, (_, column) =>
		Math.max(...rows.map(row => textWidth(row[column] ?? ''))),
	);
	const isRight = (column: number) => name !== 'cases' && (sides !== undefined || column % 2 === 0);
	const gap = (column: number) => (column === 0 ? '' : sides === undefined && column % 2 === 1 ? ' ' : '  ');
	const lines = rows.map(row =>
		widths
			.map((width, column) => {
				const cell = row[column] ?? '';
				const padded = isRight(column) && count > 1 ? padStart(cell, width) : padEnd(cell, width);
				return gap(column) + padded;
			})
			.join(''),
	);
	const [left, right] = sides ?? [null, null];
	return lines.map((line, row) => fenced(line, left, right, row, lines.length)).join('\n');
}

function fenced(line: string, left: Bracket | null, right: Bracket | null, row: number, of: number): string {
	const before = left === null ? '' : `${signAt(left, row, of)} `;
	const after = right === null ? '' : ` ${signAt(right, row, of)}`;
	return (before + line + after).trimEnd();
}

function signAt(signs: Bracket, row: number, of: number): string {
	if (of === 1) {
		return signs.single;
	}

	if (row === 0) {
		return signs.top;
	}

	return row === of - 1 ? signs.bottom : row === (of - 1) / 2 ? signs.middle : signs.bar;
}

function middleOf(rows: readonly string[]): number {
	return (rows.length - 1) >> 1;
}

function padEnd(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

function padStart(text: string, width: number): string {
	return ' '.repeat(Math.max(0, width - textWidth(text))) + text;
}
