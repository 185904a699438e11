import type {FindingCounts} from '../../analysis/trace-report.js';
import {captureFormats} from '../../recording/imports/capture-formats.js';
import type {UnjudgedRequest} from '../../recording/imports/imported.js';
import {formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {exchangeRows} from './exchange-rows.js';
import {type FileReport, unanswered} from './file-report.js';

/** The report on one file. Charts and prose are at most `width` cells wide. */
export function reportRows(report: FileReport, width: number): readonly Row[] {
	const {file, pacing, notes, skipped, unjudged, exchanges} = report;
	const missing = exchanges.some(({reads}) => reads !== null) ? 'clocks, gaps' : 'clocks, gaps, reads';
	const skippedLines = skipped.reduce((sum, {line, last}) => sum + last - line + 1, 0);
	return [
		[segment(sanitizeLine(file), 'title'), segment(` · ${kindOf(report)}`, 'dim')],
		...(pacing === 'synthetic' && exchanges.length > 0
			? [[segment(`  It has no times, so there are no ${missing} and no rate.`, 'dim')]]
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
		...exchanges.flatMap(exchange => [[], ...exchangeRows(exchange, width)]),
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

/** One line: whether the file holds only valid streams, and how many findings there are. */
export function verdictRow({file, isValid, isJudged, error, loss, exchanges, counts}: FileReport): Row {
	if (!isJudged) {
		return [
			segment('? ', 'warning'),
			segment(sanitizeLine(file), 'title'),
			segment(error === null ? ': incomplete capture' : ': not judged'),
			segment(` · ${sanitizeLine(error ?? loss ?? '')}`, 'dim'),
		];
	}

	const reason = [loss ?? '', describeUnanswered(exchanges), describeCounts(counts)]
		.filter(part => part !== '')
		.join(', ');
	return [
		segment(isValid ? '✓ ' : '✗ ', isValid ? 'good' : 'bad'),
		segment(sanitizeLine(file), 'title'),
		segment(`: ${isValid ? 'valid' : 'not valid'}`),
		segment(reason === '' ? '' : ` · ${sanitizeLine(reason)}`, 'dim'),
	];
}

function describeUnanswered(exchanges: FileReport['exchanges']): string {
	const empty = unanswered(exchanges);
	if (empty.length === exchanges.length) {
		return exchanges.length === 0 ? 'it has no exchange' : 'it has no stream to judge';
	}

	const numbers = new Intl.ListFormat('en').format(empty.map(String));
	return empty.length === 0 ? '' : `no stream to judge in exchange ${numbers}`;
}

function describeCounts({errors, warnings, notes}: FindingCounts): string {
	return [plural(errors, 'error'), plural(warnings, 'warning'), plural(notes, 'note')]
		.filter(part => part !== '')
		.join(', ');
}

function plural(count: number, noun: string): string {
	return count === 0 ? '' : `${formatTokens(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function describeSkipped({line, last, reason}: FileReport['skipped'][number]): string {
	return `${line === last ? `line ${line}` : `lines ${line} to ${last}`}: ${reason}`;
}
