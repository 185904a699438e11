import type {WireEvent} from '../messages/decode.js';
import {isThinkingBlock} from '../messages/vocabulary/blocks.js';
import type {ExchangeView} from './exchange-view.js';

/** Starts and stops the clock of thinking. `view` already has the event's block. */
export function foldThinking(view: ExchangeView, event: WireEvent, at: number): ExchangeView {
	const {thinkingTime, timestamps} = view;
	if (event.kind === 'content_block_start' && isThinkingBlock(event.blockType)) {
		return {...view, thinkingTime: {closed: thinkingTime?.closed ?? 0, openSince: at}};
	}

	const closes = event.kind === 'content_block_stop' && isThinkingBlock(typeAt(view, event.index));
	const since = thinkingTime?.openSince ?? null;
	return closes && thinkingTime !== null && since !== null
		? {
				...view,
				thinkingTime: {closed: thinkingTime.closed + (at - since), openSince: null},
				timestamps: {...timestamps, thinkingStop: at},
			}
		: view;
}

function typeAt({message}: ExchangeView, index: number | null): string {
	return (index === null ? undefined : message?.blocks[index]?.type) ?? '';
}
