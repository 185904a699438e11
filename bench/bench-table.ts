import {type BenchRow, verdictOf} from './bench-row.js';

const grouped = new Intl.NumberFormat('en-US', {maximumFractionDigits: 0});

/** Three significant digits, or whole numbers with separators: `0.42`, `17.3`, `250`, `20,000`. */
export const formatFigure = (value: number): string => {
	if (Number.isNaN(value)) {
		return '–';
	}

	if (value >= 99.95 || value === 0) {
		return grouped.format(value);
	}

	return value >= 9.995 ? value.toFixed(1) : value.toFixed(2);
};

type Column = {
	readonly heading: string;
	readonly cell: (row: BenchRow) => string;
	readonly isNumber: boolean;
};

const optional = (figure: number | undefined, sign = ''): string =>
	figure === undefined ? '' : sign + formatFigure(figure);

const columns: readonly Column[] = [
	{heading: 'measured', cell: row => row.measured, isNumber: false},
	{heading: 'floor', cell: row => optional(row.floor), isNumber: true},
	{heading: 'before', cell: row => optional(row.before), isNumber: true},
	{heading: 'program', cell: row => formatFigure(row.value), isNumber: true},
	{heading: 'unit', cell: row => row.unit, isNumber: false},
	{heading: 'target', cell: row => optional(row.target, '≤ '), isNumber: true},
	{heading: 'hope', cell: row => optional(row.hope), isNumber: true},
	{heading: 'verdict', cell: verdictOf, isNumber: false},
];

/** The table as Markdown, aligned to be readable as plain text. An older build has its own column if one was measured. */
export const formatBenchTable = (rows: readonly BenchRow[]): string => {
	const hasBefore = rows.some(({before}) => before !== undefined);
	const padded = columns
		.filter(({heading}) => hasBefore || heading !== 'before')
		.map(({heading, cell, isNumber}) => {
			const cells = [heading, ...rows.map(cell)];
			const width = Math.max(...cells.map(({length}) => length));
			const [head = '', ...body] = cells.map(text => (isNumber ? text.padStart(width) : text.padEnd(width)));
			return [head, isNumber ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width), ...body];
		});
	return Array.from({length: rows.length + 2}, (_, line) => {
		const cells = padded.map(column => column[line] ?? '');
		return `| ${cells.join(' | ')} |`;
	}).join('\n');
};
