import {isObject, type JsonObject, parseJson, stringAt} from '../../../wire/json.js';
import {isJsonPrefix} from '../../../wire/json-prefix.js';
import {isKnownBlock, isToolBlock} from '../../vocabulary/blocks.js';
import {chainItems} from '../chain.js';
import {type ConformanceState, type OpenBlock, report, reportOnce} from '../conformance-state.js';
import {quote} from '../quote.js';
import {toolRules} from '../rules/tool-rules.js';

/** More calls than these are not kept track of: a stream of nothing else must not make each event dearer than the last. */
const maxToolIds = 64;

/** The start of a block: if it calls a tool, its id is new. */
export function checkToolStart(
	state: ConformanceState,
	block: JsonObject,
	position: number,
): ConformanceState {
	const {id} = block;
	const type = stringAt(block, 'type');
	const next = state.hasTool || !mayCallTool(type) ? state : {...state, hasTool: true};
	if (!isToolBlock(type) || typeof id !== 'string' || id === '') {
		return next;
	}

	const message = `another tool call has had the id ${quote(id)}`;
	return state.toolIds.includes(id)
		? report(next, toolRules.toolIdReused, position, message)
		: {...next, toolIds: [...state.toolIds.slice(1 - maxToolIds), id]};
}

/** Of an unknown block nobody knows. */
export function mayCallTool(type: string): boolean {
	return isToolBlock(type) || !isKnownBlock(type);
}

/** The stop reason is there: `tool_use` waits for the result of a call. */
export function checkToolUse(state: ConformanceState, position: number): ConformanceState {
	return state.stopReason === 'tool_use' && !state.hasTool
		? reportOnce(state, toolRules.toolUseMissing, '', position, 'tool_use, but no block calls a tool')
		: state;
}

/** A piece of the JSON of a tool's input. */
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
	const message = `block ${block.index} had its input in content_block_start and gets JSON in deltas as well`;
	return isTwice ? report(next, toolRules.toolInputTwice, position, message) : next;
}

/** The end of a block: the JSON of its input is whole now. A tool without arguments has none at all. */
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
 * Reports the tool JSON that did not parse: an answer that was stopped early, by its length for one, may end inside that of its last block.
 * So may what came before a fallback, where another model goes on.
 */
export function settleTools(
	state: ConformanceState,
	stopReason: string | null = state.stopReason,
): ConformanceState {
	const {nextIndex} = state;
	const isStopped = stopReason !== null && stopReason !== 'tool_use' && stopReason !== 'end_turn';
	let next: ConformanceState = {...state, brokenTools: null};
	for (const {index, json, isPrefix, position} of chainItems(state.brokenTools)) {
		const how = isStopped ? ` (stopped by ${quote(stopReason)})` : '';
		const isCut = isStopped && isPrefix && index === nextIndex - 1;
		const message = `the JSON of block ${index} does not parse: ${json}${how}`;
		next = report(next, toolRules.toolJson, position, message, isCut ? 'note' : 'error');
	}

	return next;
}
