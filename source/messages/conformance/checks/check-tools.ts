import {isObject, type JsonObject, parseJson, stringAt} from '../../../wire/json.js';
import {isJsonPrefix} from '../../../wire/json-prefix.js';
import {isStoppedEarly, mayEndWithCall} from '../../stop-reasons.js';
import {isKnownBlock, isToolBlock} from '../../vocabulary/blocks.js';
import {chainItems} from '../chain.js';
import {type ConformanceState, type OpenBlock, report, reportOnce} from '../conformance-state.js';
import {quote} from '../quote.js';
import {toolRules} from '../rules/tool-rules.js';

/** The maximum number of calls to track. A stream of nothing but calls must not make each event cost more than the last. */
const maxToolIds = 64;

/** Checks the start of a block: if it calls a tool, its id is new. */
export function checkToolStart(
	state: ConformanceState,
	block: JsonObject,
	index: number,
	position: number,
): ConformanceState {
	const {id} = block;
	const type = stringAt(block, 'type');
	const callIndex = state.callIndex ?? (type === 'tool_use' ? index : null);
	const hasTool = state.hasTool || mayCallTool(type);
	const isSame = hasTool === state.hasTool && callIndex === state.callIndex;
	const next = isSame ? state : {...state, hasTool, callIndex};
	if (!isToolBlock(type) || typeof id !== 'string' || id === '') {
		return next;
	}

	const message = `another tool call already has the id ${quote(id)}`;
	return state.toolIds.includes(id)
		? report(next, toolRules.toolIdReused, position, message)
		: {...next, toolIds: [...state.toolIds.slice(1 - maxToolIds), id]};
}

/** Whether a block may call a tool. An unknown block may. */
export function mayCallTool(type: string): boolean {
	return isToolBlock(type) || !isKnownBlock(type);
}

/** Checks the stop reason: `tool_use` needs a tool call to wait for, and a tool call needs `tool_use`. */
export function checkToolUse(state: ConformanceState, position: number): ConformanceState {
	const {stopReason, hasTool, callIndex} = state;
	if (stopReason === 'tool_use' && !hasTool) {
		return reportOnce(state, toolRules.toolUseMissing, '', position, 'tool_use, but no block calls a tool');
	}

	const message = `block ${callIndex} calls a tool, but the stop reason is ${quote(stopReason)}`;
	return callIndex === null || mayEndWithCall(stopReason)
		? state
		: reportOnce(state, toolRules.toolUseStop, '', position, message);
}

/** Checks a piece of JSON of a tool's input. */
export function checkToolPiece(
	state: ConformanceState,
	block: OpenBlock,
	piece: string,
	position: number,
): ConformanceState {
	const isTwice = block.hasInput && piece !== '';
	const grown: OpenBlock = {...block, json: block.json + piece, hasInput: block.hasInput && !isTwice};
	const openBlocks = state.openBlocks.map(open => (open.index === block.index ? grown : open));
	const next = {...state, openBlocks};
	const message = `block ${block.index} has its input in content_block_start, but also gets JSON in deltas`;
	return isTwice ? report(next, toolRules.toolInputTwice, position, message) : next;
}

/** Checks the end of a block, when the JSON of its input is complete. A tool without arguments has none. */
export function checkToolEnd(state: ConformanceState, block: OpenBlock, position: number): ConformanceState {
	if (block.type === null || !isToolBlock(block.type) || block.json === '') {
		return state;
	}

	const input = parseJson(block.json);
	if (input === undefined) {
		const isPrefix = isJsonPrefix(block.json);
		const broken = {index: block.index, json: quote(block.json), isPrefix, position};
		return {...state, brokenTools: {item: broken, before: state.brokenTools}};
	}

	return isObject(input)
		? state
		: report(
				state,
				toolRules.toolInputNotObject,
				position,
				`the input of block ${block.index} is ${quote(input)}`,
			);
}

/**
 * Reports tool JSON that did not parse. An answer that was stopped early, for instance by its length, may end inside the JSON of its last
 * block. So may the answer before a fallback, when another model continues.
 */
export function settleTools(
	state: ConformanceState,
	stopReason: string | null = state.stopReason,
): ConformanceState {
	const {nextIndex} = state;
	const isStopped = isStoppedEarly(stopReason);
	let next: ConformanceState = {...state, brokenTools: null};
	for (const {index, json, isPrefix, position} of chainItems(state.brokenTools)) {
		const how = isStopped ? ` (stopped by ${quote(stopReason)})` : '';
		const isCut = isStopped && isPrefix && index === nextIndex - 1;
		const message = `the JSON of block ${index} does not parse: ${json}${how}`;
		next = report(next, toolRules.toolJson, position, message, isCut ? 'note' : 'error');
	}

	return next;
}
