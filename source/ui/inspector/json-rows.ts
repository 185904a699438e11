import {sanitizeLine} from '../../terminal/sanitize.js';
import {wrapText} from '../../terminal/wrap-text.js';
import {type Row, segment} from '../segment.js';

export function plainJsonRows(value: unknown, width: number): readonly Row[] {
	return (JSON.stringify(value, null, 2) ?? '')
		.split('\n')
		.flatMap(line => wrapText(sanitizeLine(line), width).lines.map(({text}): Row => [segment(text)]));
}
