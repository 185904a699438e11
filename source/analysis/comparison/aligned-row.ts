import {formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {padEnd, truncate} from '../../text/text-width.js';
import {summarize} from '../event-summary.js';
import type {AlignedEvents, LoggedEvent} from './align-logs.js';

/**
 * Two events side by side, with a sign between them: `=` the same, `≠` different, `<` and `>` only on one side. `isRightChosen` points at the
 * right one.
 */
export function alignedRow(row: AlignedEvents, width: number, isRightChosen = false): Row {
	const half = Math.max(1, Math.floor((width - 5) / 2));
	const sign = row.isSame ? '=' : row.left === null ? '>' : row.right === null ? '<' : '≠';
	const role = row.isSame ? 'dim' : undefined;
	return [
		segment(padEnd(cell(row.left, half), half), role),
		segment(`  ${sign} `, row.isSame ? 'dim' : 'warning'),
		segment(isRightChosen ? '▸' : ' ', 'mark'),
		segment(cell(row.right, half), role),
	];
}

function cell(logged: LoggedEvent | null, width: number): string {
	if (logged === null) {
		return '';
	}

	const {shortName, block, detail} = summarize(logged.event);
	const where = block === null ? '' : `[${block}] `;
	return truncate(sanitizeLine(`#${logged.number} ${shortName} ${where}${detail}`), width);
}

/** In the place of a stretch of events that are the same. */
export function sameWords(count: number): string {
	return `  … ${formatTokens(count)} ${count === 1 ? 'event is' : 'events are'} the same`;
}
