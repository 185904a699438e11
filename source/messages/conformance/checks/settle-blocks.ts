import type {ConformanceState} from '../conformance-state.js';
import {settleThinking} from './check-thinking.js';
import {settleTools} from './check-tools.js';

/** Reports the blocks that ended incomplete, now that the stop reason tells what that means. */
export function settleBlocks(
	state: ConformanceState,
	stopReason: string | null = state.stopReason,
): ConformanceState {
	return settleThinking(settleTools(state, stopReason), stopReason);
}
