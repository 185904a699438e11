import type {AttemptFigures} from '../../analysis/attempt-figures.js';
import {cellRow} from '../../text/drawings/cell-row.js';
import type {Row} from '../../text/segment.js';

const phaseRoles: Readonly<Record<AttemptFigures['phase'], string>> = {
	connecting: 'warning',
	streaming: 'good',
	complete: 'accent',
	aborted: 'warning',
	failed: 'bad',
};

/** An attempt on the shared axis: waiting for the response, the stream, and the wait before the next attempt. */
export function exchangeBar(attempt: AttemptFigures, axis: (time: number) => number, width: number): Row {
	const cellOf = (time: number) => Math.min(width - 1, Math.floor(axis(time) * width));
	const {start, answered, end, waitUntil, status, phase} = attempt;
	const [from, to] = [cellOf(start), cellOf(end)];
	const head = cellOf(answered ?? end);
	const until = waitUntil === null ? to : cellOf(waitUntil) - 1;
	const isRefused = status !== null && status >= 400;
	const role = isRefused ? 'bad' : phaseRoles[phase];
	return cellRow(
		Array.from({length: width}, (_, cell) => {
			if (cell < from || cell > Math.max(to, until)) {
				return {sign: ' ', role: undefined};
			}

			if (cell > to) {
				return {sign: '·', role: 'dim'};
			}

			// One cell of the stream is always seen.
			return cell < head && cell < to ? {sign: '░', role: 'dim'} : {sign: '█', role};
		}),
	);
}
