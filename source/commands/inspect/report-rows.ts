import type {FindingCounts} from '../../analysis/trace-report.js';
import {formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {exchangeRows} from './exchange-rows.js';
import {type FileReport, unanswered} from './file-report.js';

/** The report on one file. Charts and prose are at most `width` cells wide. */
export function reportRows(report: FileReport, width: number): readonly Row[] {
	const {file, format, pacing, notes, skipped, exchanges} = report;
	const missing = exchanges.some(({reads}) => reads !== null) ? 'clocks, gaps' : 'clocks, gaps, reads';
	const skippedLines = skipped.reduce((sum, {line, last}) => sum + last - line + 1, 0);
	return [
		[segment(sanitizeLine(file), 'title'), segment(` · ${kinds.get(format ?? '') ?? format}`, 'dim')],
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
		...exchanges.flatMap(exchange => [[], ...exchangeRows(exchange, width)]),
		[],
		verdictRow(report),
	];
}

/** One line: whether the file holds only valid streams, and how many findings there are. */
export function verdictRow({file, isValid, error, exchanges, counts}: FileReport): Row {
	const reason =
		error ?? [describeUnanswered(exchanges), describeCounts(counts)].filter(part => part !== '').join(', ');
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

const kinds: ReadonlyMap<string, string> = new Map(
	Object.entries({
		recording: 'a recording',
		sse: 'the body of a stream',
		http: 'a response with its headers',
		'curl-trace': 'a curl trace',
		har: 'a HAR file',
		events: 'events as JSON lines',
		json: 'JSON',
		unknown: 'an unknown format',
	}),
);
