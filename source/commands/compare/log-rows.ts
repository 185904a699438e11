import type {AlignedEvents} from '../../analysis/comparison/align-logs.js';
import {alignedRow, sameWords} from '../../analysis/comparison/aligned-row.js';
import {logItems} from '../../analysis/comparison/log-items.js';
import {formatTokens} from '../../text/format-numbers.js';
import {type Row, segment} from '../../text/segment.js';

/** The number of rows before the rest is only counted. */
const maxRows = 60;

/** Two logs side by side. Long stretches in which they are the same are only counted. */
export function logRows(rows: readonly AlignedEvents[], width: number): readonly Row[] {
	const items = logItems(rows);
	const shown = items
		.slice(0, maxRows)
		.map(
			(item): Row =>
				item.kind === 'row' ? alignedRow(item.row, width) : [segment(sameWords(item.skipped), 'dim')],
		);
	const next = items[maxRows];
	return next === undefined
		? shown
		: [...shown, [segment(`  … and ${formatTokens(rows.length - next.index)} more rows`, 'dim')]];
}
