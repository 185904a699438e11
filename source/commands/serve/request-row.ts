import type {JournalEntry} from '../../demo/journal.js';
import {formatBytes, formatMilliseconds} from '../../text/format-numbers.js';
import {type Row, segment} from '../../text/segment.js';

/** In characters: what a client sends may be of any length. */
const maxWord = 100;

function shortened(word: string): string {
	return word.length > maxWord ? `${word.slice(0, maxWord)}…` : word;
}

/** The line for an answer that has ended: the time of day, what was asked, the status, the size, how long it took, and what was unusual. */
export function requestRow(entry: JournalEntry, time: string): Row {
	const {number, method, path, status, bytes, at, endedAt, endedBy, faults, client} = entry;
	const unusual = [
		endedBy === 'client' ? 'the client left' : '',
		status === null ? 'no answer' : '',
		faults === '' ? '' : `faults: ${faults}`,
		status === 404 ? baseUrlHint(path) : '',
	].filter(words => words !== '');
	const isBad = endedBy === 'client' || status === null || status >= 400;
	return [
		segment(`${time}  #${number}  `, 'dim'),
		segment(`${method} ${shortened(path)}  `),
		segment(status === null ? '—' : String(status), isBad ? 'warning' : 'good'),
		segment(`  ${formatBytes(bytes)}  ${formatMilliseconds((endedAt ?? at) - at)}`),
		...(client === '' ? [] : [segment(`  ${shortened(client)}`, 'dim')]),
		...(unusual.length === 0 ? [] : [segment(`  ${unusual.join(' · ')}`, 'warning')]),
	];
}

/** The usual mistake of those who set a base URL: some SDKs take it with `/v1`, and others without. */
function baseUrlHint(path: string): string {
	if (/^\/v1\/v1\//.test(path)) {
		return 'this base URL needs no /v1';
	}

	return /^\/(?:messages|models)(?:\/|$)/.test(path) ? 'this base URL needs /v1 at its end' : '';
}
