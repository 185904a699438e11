import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {Remark} from '../../trace/exchange-view.js';

/** What the API said beside the answer, one remark below the other. */
export function remarkRows(remarks: readonly Remark[], width: number): readonly Row[] {
	return remarks.flatMap(({text}) =>
		wrapText(sanitizeLine(text), width - 2).lines.map(
			(line, index): Row => [segment(index === 0 ? '▪ ' : '  ', 'tool'), segment(line.text, 'tool')],
		),
	);
}
