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

const headings = ['measured', 'floor', 'program', 'unit', 'target', 'hope', 'verdict'];

/** The columns that hold numbers. */
const rightAligned = new Set([1, 2, 4, 5]);

const cellsOf = (row: BenchRow): string[] => [
	row.measured,
	row.floor === undefined ? '' : formatFigure(row.floor),
	formatFigure(row.value),
	row.unit,
	row.target === undefined ? '' : `≤ ${formatFigure(row.target)}`,
	row.hope === undefined ? '' : formatFigure(row.hope),
	verdictOf(row),
];

/** The table as Markdown, aligned so that it reads as plain text too. */
export const formatBenchTable = (rows: readonly BenchRow[]): string => {
	const lines = [headings, ...rows.map(row => cellsOf(row))];
	const widths = headings.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0)));
	const pad = (text: string, column: number): string => {
		const width = widths[column] ?? 0;
		return rightAligned.has(column) ? text.padStart(width) : text.padEnd(width);
	};

	const rule = widths.map((width, column) =>
		rightAligned.has(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
	);
	const [head = [], ...body] = lines.map(line => line.map((text, column) => pad(text, column)));
	return [head, rule, ...body].map(line => `| ${line.join(' | ')} |`).join('\n');
};
