import type {Row} from '../../text/segment.js';
import {printJson} from '../../wire/json.js';
import {UsageError} from '../usage-error.js';
import {exchangeCsv, exchangeTable} from './exchange-table.js';
import {type FileReport, joinReports} from './file-report.js';
import {asGithub} from './formats/github.js';
import {asJunit} from './formats/junit.js';
import {asLines} from './formats/lines.js';
import {asSarif} from './formats/sarif.js';
import {reportRows, verdictRow} from './report-rows.js';

/** Everything that `inspect` can print. `text` and `verdicts` are printed file by file. */
export const reportFormats = ['text', 'json', 'line', 'github', 'sarif', 'junit'] as const;
type ReportFormat = (typeof reportFormats)[number];

/** How the flags want the reports to be printed. `table` and `verdicts` are short forms of `text`. */
export type ReportStyle = ReportFormat | 'csv' | 'table' | 'verdicts' | 'short-json';

export type StyleFlags = {
	readonly json?: true;
	readonly quiet?: true;
	readonly format?: string;
	readonly table?: true;
	readonly csv?: true;
};

/** Throws a `UsageError` for a format that does not exist, and for two at once. */
export function reportStyle({json, quiet, format, table, csv}: StyleFlags): ReportStyle {
	const known = reportFormats.find(name => name === format);
	if (format !== undefined && known === undefined) {
		throw new UsageError(
			`There is no format "${format}".`,
			`--format takes ${new Intl.ListFormat('en', {type: 'disjunction'}).format(reportFormats)}.`,
		);
	}

	const asked = [
		...(known === undefined ? [] : [known]),
		...(json ? ['json' as const] : []),
		...(table ? ['table' as const] : []),
		...(csv ? ['csv' as const] : []),
	];
	const [style = 'text', other] = new Set(asked);
	if (other !== undefined) {
		throw new UsageError(`${style} and ${other} cannot be combined.`, 'Choose one of them.');
	}

	return quiet && style === 'text' ? 'verdicts' : quiet && style === 'json' ? 'short-json' : style;
}

/** The rows for one file in a style that is printed as the files are read; `null` in the others. */
export function rowsOfReport(
	report: FileReport,
	style: ReportStyle,
	{width, isFirst}: {readonly width: number; readonly isFirst: boolean},
): readonly Row[] | null {
	if (style === 'verdicts' || (style === 'text' && report.format === null)) {
		return [verdictRow(report)];
	}

	switch (style) {
		case 'text':
			return [...(isFirst ? [] : [[]]), ...reportRows(report, width)];
		case 'table':
			return [...(isFirst ? [] : [[]]), ...exchangeTable(report), verdictRow(report)];
		default:
			return null;
	}
}

/** The text for all files together, in a style that is one document; `''` in the others. */
export function documentOf(reports: readonly FileReport[], style: ReportStyle): string {
	switch (style) {
		case 'json':
			return `${printJson(joinReports(reports), 2)}\n`;
		case 'short-json': {
			const joined = joinReports(reports);
			return `${printJson({...joined, files: joined.files.map(withoutExchanges)}, 2)}\n`;
		}
		case 'line':
			return asLines(reports);
		case 'github':
			return asGithub(reports);
		case 'sarif':
			return asSarif(reports);
		case 'junit':
			return asJunit(reports);
		case 'csv':
			return exchangeCsv(reports);
		default:
			return '';
	}
}

function withoutExchanges({exchanges: _, ...verdict}: FileReport) {
	return verdict;
}
