import {captureFormats} from '../../recording/imports/capture-formats.js';
import type {UnjudgedRequest} from '../../recording/imports/imported.js';
import {formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {exchangeRows} from './exchange-rows.js';
import {exchangeTable} from './exchange-table.js';
import type {FileReport} from './file-report.js';
import {verdictOf} from './verdict.js';

/** The report on one file. Charts and prose are at most `width` cells wide. */
export function reportRows(report: FileReport, width: number): readonly Row[] {
	const {file, pacing, notes, skipped, unjudged, exchanges} = report;
	const missing = [
		...(exchanges.some(({clocks}) => clocks !== null) ? ['clocks inside the stream'] : ['clocks']),
		'gaps',
		...(exchanges.some(({reads}) => reads !== null) ? [] : ['reads']),
	];
	const lacking = exchanges.some(({clocks}) => clocks !== null) ? 'no times of single events' : 'no times';
	const skippedLines = skipped.reduce((sum, {line, last}) => sum + last - line + 1, 0);
	return [
		[segment(sanitizeLine(file), 'title'), segment(` · ${kindOf(report)}`, 'dim')],
		...(pacing === 'synthetic' && exchanges.length > 0
			? [[segment(`  It has ${lacking}, so there are no ${missing.join(', ')} or rates.`, 'dim')]]
			: []),
		...notes.map((note): Row => [segment(`  ${sanitizeLine(note)}`, 'warning')]),
		...(skippedLines === 0
			? []
			: [
					[
						segment(
							`  ${formatTokens(skippedLines)} of its lines were skipped: ${skipped.map(describeSkipped).slice(0, 3).join('; ')}${skipped.length > 3 ? '; …' : ''}`,
							'warning',
						),
					],
				]),
		...unjudged.slice(0, maxUnjudged).map(unjudgedRow),
		...(unjudged.length > maxUnjudged
			? [[segment(`  … and ${formatTokens(unjudged.length - maxUnjudged)} more, not judged`, 'dim')]]
			: []),
		...(exchanges.length > 1 ? [[], ...exchangeTable(report)] : []),
		...exchanges.flatMap(exchange => [[], ...exchangeRows(exchange, width, file)]),
		[],
		verdictRow(report),
	];
}

const maxUnjudged = 20;

function unjudgedRow({method, url, status, reason}: UnjudgedRequest): Row {
	const request = `${method} ${url}${status === 0 ? '' : ` · ${status}`}`;
	return [segment(`  ${sanitizeLine(request)} · not judged: ${sanitizeLine(reason)}`, 'dim')];
}

function kindOf({format, layers}: FileReport): string {
	const title = captureFormats.find(({name}) => name === format)?.title ?? 'not recognised';
	return [title, ...layers].join(' · ');
}

const signRoles = {'✓': 'good', '!': 'warning', '✗': 'bad', '?': 'warning'} as const;

/** One line: whether the file holds only valid streams, what failed, and which rules were broken. */
export function verdictRow(report: FileReport): Row {
	const {sign, word, reasons} = verdictOf(report);
	const said = [word, ...reasons].filter(part => part !== '').map(sanitizeLine);
	return [
		segment(`${sign} `, signRoles[sign]),
		segment(sanitizeLine(report.file), 'title'),
		segment(`: ${said[0] ?? ''}`),
		segment(
			said
				.slice(1)
				.map(reason => ` · ${reason}`)
				.join(''),
			'dim',
		),
	];
}

function describeSkipped({line, last, reason}: FileReport['skipped'][number]): string {
	return `${line === last ? `line ${line}` : `lines ${line} to ${last}`}: ${reason}`;
}
