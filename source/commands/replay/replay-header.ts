import {captureFormats} from '../../recording/imports/capture-formats.js';
import {hasOuterTimes, type TraceSource} from '../../recording/open-trace-source.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';

/** The header: what is played, and whether its times are real. */
export function replayHeader(name: string, source: TraceSource): {readonly left: Row; readonly right: Row} {
	const {format, header, title, pacing} = source;
	const untimed = hasOuterTimes(source) ? 'no times of single events' : 'no times';
	const about = [
		captureFormats.find(({name}) => name === format)?.shortTitle ?? format,
		header?.mode === 'import' ? '' : header?.mode,
		dateOf(header?.startedAt),
	];
	return {
		left: [
			segment(' streamscope  ', 'title'),
			segment(`replay ${sanitizeLine(title ?? name)}`),
			...about.filter(Boolean).map(part => segment(` · ${sanitizeLine(part ?? '')}`, 'dim')),
		],
		right: pacing === 'synthetic' ? [segment(`${untimed}: the pace is made up `, 'warning')] : [],
	};
}

/** The local date and time of an ISO date, to the minute. */
function dateOf(startedAt: string | undefined): string {
	const date = new Date(startedAt ?? '');
	return Number.isNaN(date.getTime())
		? ''
		: date.toLocaleString('sv-SE', {dateStyle: 'short', timeStyle: 'short'});
}
