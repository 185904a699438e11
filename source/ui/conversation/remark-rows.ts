import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import type {Remark} from '../../trace/exchange-view.js';
import {hangingRows} from './hanging-rows.js';

/** What the API said beside the answer, one remark below the other. */
export function remarkRows(remarks: readonly Remark[], width: number): readonly Row[] {
	return remarks.flatMap(({text}) => hangingRows('▪', [segment(sanitizeLine(text), 'tool')], width));
}
