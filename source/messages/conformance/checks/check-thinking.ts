import {isStoppedEarly} from '../../stop-reasons.js';
import {chainItems} from '../chain.js';
import {type ConformanceState, type OpenBlock, report} from '../conformance-state.js';
import {quote} from '../quote.js';
import {blockRules} from '../rules/block-rules.js';

/** Remembers, at the end of a block, thinking without a signature. */
export function noteThinkingEnd(
	state: ConformanceState,
	{type, index, isSigned}: OpenBlock,
	position: number,
): ConformanceState {
	return type === 'thinking' && !isSigned
		? {...state, unsigned: {item: {index, position}, before: state.unsigned}}
		: state;
}

/**
 * Reports thinking without a signature. An answer that was stopped early may end inside its last block, and so may the answer before a
 * fallback.
 */
export function settleThinking(
	state: ConformanceState,
	stopReason: string | null = state.stopReason,
): ConformanceState {
	let next: ConformanceState = {...state, unsigned: null};
	for (const {index, position} of chainItems(state.unsigned)) {
		const isCut = isStoppedEarly(stopReason) && index === state.nextIndex - 1;
		const how = isCut ? ` (stopped by ${quote(stopReason)})` : '';
		const message = `the thinking in block ${index} has no signature${how}`;
		next = report(next, blockRules.thinkingSignature, position, message, isCut ? 'note' : 'warning');
	}

	return next;
}
