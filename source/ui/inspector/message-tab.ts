import type {DeltaSpan} from '../../analysis/delta-span.js';
import {surfaceOf} from '../../messages/api-surface.js';
import {messageOf} from '../../messages/message-snapshot.js';
import {blockVocabulary} from '../../messages/vocabulary/blocks.js';
import type {JsonHighlight} from '../../text/json-tree/json-layout.js';
import {type Row, segment} from '../../text/segment.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {isSameJson} from '../../wire/is-same-json.js';
import {jsonSpan} from '../../wire/json-span.js';
import {selectHighlight} from '../conversation/select-turn.js';
import {selectSelectedExchange} from '../events/select-log.js';
import type {Screen} from '../screen/screen.js';
import {foreignRows} from './foreign-rows.js';
import {fixedRows, jsonSource, type RowSource, stacked} from './row-source.js';
import {selectJsonRows} from './select-json-rows.js';

/** The accumulated message as JSON, and whether it equals the SDK's. */
export function messageTab(screen: Screen, width: number): RowSource {
	const exchange = selectSelectedExchange(screen);
	if (exchange !== null && exchange.foreign !== null) {
		return foreignRows(screen, exchange, width);
	}

	if (exchange === null || exchange.message === null) {
		return fixedRows([[segment('No message yet. It begins with message_start.', 'dim')]]);
	}

	const highlight = highlightIn(exchange, selectHighlight(screen));
	const rows = selectJsonRows(screen, 'message', {value: messageOf(exchange.message), width, highlight});
	return stacked(fixedRows([badge(exchange)]), jsonSource(rows));
}

/** The place of the selected event's characters in the message. For tool JSON, only characters that are part of a value. */
function highlightIn({exchange, message}: ExchangeView, span: DeltaSpan | null): JsonHighlight | null {
	const block = span === null || span.exchange !== exchange ? undefined : message?.blocks[span.block];
	if (span === null || block === undefined) {
		return null;
	}

	if (block.partialJson !== null) {
		const place = jsonSpan(block.partialJson, span.start, span.end);
		return place === null ? null : {...place, path: `/content/${span.block}/input${place.path}`};
	}

	const field = blockVocabulary(block.type).field ?? 'text';
	return {path: `/content/${span.block}/${field}`, start: span.start, end: span.end};
}

/** Says whether the message is final, and whether our accumulation equals the SDK's. */
function badge(exchange: ExchangeView): Row {
	if (exchange.end === null) {
		return [segment('… growing', 'warning'), segment(` · exchange ${exchange.exchange}`, 'dim')];
	}

	if (exchange.end.message === null && exchange.end.outcome === 'complete') {
		return [
			segment('■ complete', 'warning'),
			segment(' · there is no final message of the SDK to compare it with', 'dim'),
		];
	}

	if (exchange.end.message === null) {
		return [segment('■ incomplete', 'warning'), segment(' · the SDK returned no final message', 'dim')];
	}

	return equalsSdk(exchange)
		? [segment('✓ final', 'good'), segment(' · our accumulation equals the SDK’s finalMessage()', 'dim')]
		: [
				segment('≠ final', 'bad'),
				segment(
					hasUnreadBlocks(exchange)
						? ' · finalMessage() lacks what only the SDK’s beta helper reads; /beta NAME uses it'
						: ' · our accumulation differs from the SDK’s finalMessage()',
					'dim',
				),
			];
}

/** The SDK's stable helper passes over the deltas of beta blocks. */
function hasUnreadBlocks({message, attempts}: ExchangeView): boolean {
	const request = attempts.at(-1)?.request;
	const isStable = request === undefined || surfaceOf(request) === 'stable';
	return isStable && (message?.blocks.some(({type}) => blockVocabulary(type).isBeta) ?? false);
}

const compared = new WeakMap<ExchangeView, boolean>();

function equalsSdk(exchange: ExchangeView): boolean {
	const known = compared.get(exchange);
	if (known !== undefined || exchange.message === null) {
		return known ?? false;
	}

	const isEqual = isSameJson(messageOf(exchange.message), exchange.end?.message);
	compared.set(exchange, isEqual);
	return isEqual;
}
