import {namedResults} from '../../analysis/open-calls.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {type BlockRowOptions, gutterRows} from './block-rows.js';

/** The results with which a request answers the calls before it. */
export function resultRows(view: ExchangeView, options: BlockRowOptions): readonly Row[] {
	return namedResults(view).flatMap(({name, text, isError}) => {
		const tool = sanitizeLine(name) || 'a tool';
		const head: Row = isError
			? [segment(`✗ ${tool}`, 'bad'), segment(' · error', 'dim')]
			: [segment(`↳ ${tool}`, 'tool'), segment(' · result', 'dim')];
		return [head, ...gutterRows(text, options, 'dim', 'start')];
	});
}
