import type {AlignedEvents, LoggedEvent} from '../../analysis/align-logs.js';
import {summarize} from '../../analysis/event-summary.js';
import {formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {padEnd, truncate} from '../../text/text-width.js';

/** The number of equal rows that are shown before and after one that differs. */
const context = 2;

/** The number of rows before the rest is only counted. */
const maxRows = 60;

/** Two logs side by side. Long stretches in which they are the same are only counted. */
export function logRows(rows: readonly AlignedEvents[], width: number): readonly Row[] {
	const half = Math.floor((width - 5) / 2);
	const isNear = nearDifferences(rows);
	const shown: Row[] = [];
	let skipped = 0;
	const flush = () => {
		if (skipped > 0) {
			const noun = skipped === 1 ? 'event is' : 'events are';
			shown.push([segment(`  … ${formatTokens(skipped)} ${noun} the same`, 'dim')]);
			skipped = 0;
		}
	};

	for (const [index, row] of rows.entries()) {
		if (!isNear[index]) {
			skipped++;
			continue;
		}

		flush();
		if (shown.length >= maxRows) {
			shown.push([segment(`  … and ${formatTokens(rows.length - index)} more rows`, 'dim')]);
			return shown;
		}

		const sign = row.isSame ? '=' : row.left === null ? '>' : row.right === null ? '<' : '≠';
		const role = row.isSame ? 'dim' : undefined;
		shown.push([
			segment(padEnd(cell(row.left, half), half), role),
			segment(`  ${sign}  `, row.isSame ? 'dim' : 'warning'),
			segment(cell(row.right, half), role),
		]);
	}

	flush();
	return shown;
}

function nearDifferences(rows: readonly AlignedEvents[]): readonly boolean[] {
	const near = rows.map(() => false);
	for (const [index, {isSame}] of rows.entries()) {
		if (!isSame) {
			near.fill(true, Math.max(0, index - context), index + context + 1);
		}
	}

	return near;
}

function cell(logged: LoggedEvent | null, width: number): string {
	if (logged === null) {
		return '';
	}

	const {shortName, block, detail} = summarize(logged.event);
	const where = block === null ? '' : `[${block}] `;
	return truncate(sanitizeLine(`#${logged.number} ${shortName} ${where}${detail}`), width);
}
