import {type JsonObject, objectAt, stringAt} from '../../../wire/json.js';
import {blockVocabulary, isKnownBlock} from '../../vocabulary/blocks.js';
import {deltaVocabulary, isKnownDelta} from '../../vocabulary/deltas.js';
import {isContent, pieceIn} from '../../vocabulary/piece.js';
import {type ConformanceState, type OpenBlock, report, reportOnce} from '../conformance-state.js';
import {quote} from '../quote.js';
import {blockRules} from '../rules/block-rules.js';
import {checkId} from './check-ids.js';
import {noteThinkingEnd} from './check-thinking.js';
import {checkToolEnd, checkToolPiece, checkToolStart} from './check-tools.js';
import {settleBlocks} from './settle-blocks.js';

/** The maximum number of open blocks to track. A broken stream must not make each event cost more than the last. */
const maxOpenBlocks = 16;

const emptyBlock = {
	type: null,
	hasText: false,
	hasInput: false,
	hasWrongDelta: false,
	isSigned: false,
	json: '',
};

/** Checks `content_block_start`: it has the next index, and no other block is open. */
export function checkBlockStart(
	state: ConformanceState,
	payload: JsonObject,
	position: number,
): ConformanceState {
	const index = indexOf(payload, state.nextIndex);
	const block = objectAt(payload, 'content_block');
	const type = stringAt(block, 'type');
	const before = type === 'fallback' ? settleBlocks(state, type) : state;
	let next = checkIndex(before, index, position);
	const other = state.openBlocks.find(open => open.index !== index);
	if (other !== undefined) {
		const message = `block ${index} opens while block ${other.index} is still open`;
		next = report(next, blockRules.blockOverlap, position, message);
	}

	if (type !== '' && !isKnownBlock(type)) {
		const message = `the block type ${quote(type)} is unknown`;
		next = reportOnce(next, blockRules.unknownBlock, type, position, message);
	}

	next = checkToolStart(next, block, index, position);
	const isRecounted = type === 'compaction' || type === 'fallback';
	return checkId(
		{
			...open(next, {
				...emptyBlock,
				index,
				type: type === '' ? null : type,
				hasText: stringAt(block, 'text') !== '',
				hasInput: Object.keys(objectAt(block, 'input')).length > 0,
				isSigned: stringAt(block, 'signature') !== '',
			}),
			hasContent: next.hasContent || type !== 'text' || stringAt(block, 'text') !== '',
			usage: isRecounted ? {...next.usage, isRecounted} : next.usage,
		},
		block,
		position,
	);
}

/** Checks `content_block_delta`: its block is open and accepts its type. */
export function checkBlockDelta(
	state: ConformanceState,
	payload: JsonObject,
	position: number,
): ConformanceState {
	const index = indexOf(payload, state.openBlocks.at(-1)?.index ?? state.nextIndex);
	const delta = objectAt(payload, 'delta');
	const type = stringAt(delta, 'type');
	const known = deltaVocabulary(type);
	const hasContent = isContent(pieceIn(delta, known));
	const counted = hasContent ? {...state, contentDeltas: state.contentDeltas + 1, hasContent: true} : state;
	const block = state.openBlocks.find(open => open.index === index);
	if (block === undefined) {
		return reportStray(counted, index, isKnownDelta(type) ? type : 'content_block_delta', position);
	}

	if (type !== '' && !isKnownDelta(type)) {
		const message = `the delta type ${quote(type)} is unknown`;
		return reportOnce(counted, blockRules.unknownDelta, type, position, message);
	}

	if (type !== '' && block.type !== null && !takesDelta(block.type, type)) {
		return reportWrongDelta(counted, block, type, position);
	}

	if (type === 'input_json_delta') {
		return checkToolPiece(counted, block, stringAt(delta, 'partial_json'), position);
	}

	if (type === 'signature_delta') {
		const isSigned = block.isSigned || stringAt(delta, 'signature') !== '';
		return block.isSigned === isSigned ? counted : open(counted, {...block, isSigned});
	}

	const isFirstText = type === 'text_delta' && !block.hasText && stringAt(delta, 'text') !== '';
	return isFirstText ? open(counted, {...block, hasText: true}) : counted;
}

/** Checks `content_block_stop`: its block is open. */
export function checkBlockStop(
	state: ConformanceState,
	payload: JsonObject,
	position: number,
): ConformanceState {
	const index = indexOf(payload, state.openBlocks.at(-1)?.index ?? state.nextIndex);
	const block = state.openBlocks.find(open => open.index === index);
	if (block === undefined) {
		// This ends a block whose start was lost. The next block is not to blame for the gap.
		const nextIndex = index === state.strayIndex ? Math.max(state.nextIndex, index + 1) : state.nextIndex;
		return reportStray({...state, nextIndex}, index, 'content_block_stop', position);
	}

	const closed = {...state, openBlocks: state.openBlocks.filter(open => open.index !== index)};
	if (block.type === 'text' && !block.hasText) {
		return report(closed, blockRules.emptyTextBlock, position, `text block ${index} is empty`);
	}

	return checkToolEnd(noteThinkingEnd(closed, block, position), block, position);
}

/** Checks at `message_delta` or `message_stop` that every block is closed. */
export function checkBlocksClosed(state: ConformanceState, type: string, position: number): ConformanceState {
	let next: ConformanceState = {...state, openBlocks: []};
	for (const block of state.openBlocks) {
		const message = `block ${block.index} is still open when ${type} arrives`;
		next = report(next, blockRules.blockNotClosed, position, message);
		next = checkToolEnd(noteThinkingEnd(next, block, position), block, position);
	}

	return next;
}

function checkIndex(state: ConformanceState, index: number, position: number): ConformanceState {
	const next = {...state, nextIndex: Math.max(state.nextIndex, index + 1)};
	if (index > state.nextIndex) {
		const message = `the block has index ${index}, but the next index is ${state.nextIndex}`;
		return report(next, blockRules.blockIndexGap, position, message);
	}

	return index < state.nextIndex
		? report(next, blockRules.blockIndexReused, position, `the index ${index} is already used`)
		: next;
}

/** Reports an event for a block that is not open. Consecutive events for the same block are the same fault, reported once. */
function reportStray(
	state: ConformanceState,
	index: number,
	type: string,
	position: number,
): ConformanceState {
	const why = index < state.nextIndex ? 'is closed' : 'was never opened';
	const message = `${type} for block ${index}, which ${why}`;
	return index === state.strayIndex
		? state
		: report({...state, strayIndex: index}, blockRules.blockNotOpen, position, message);
}

function reportWrongDelta(
	state: ConformanceState,
	block: OpenBlock,
	type: string,
	position: number,
): ConformanceState {
	const message = `${type} for block ${block.index}, which is of type ${block.type}`;
	return block.hasWrongDelta
		? state
		: report(open(state, {...block, hasWrongDelta: true}), blockRules.deltaType, position, message);
}

function open(state: ConformanceState, block: OpenBlock): ConformanceState {
	const others = state.openBlocks.filter(({index}) => index !== block.index);
	return {...state, openBlocks: [...others.slice(1 - maxOpenBlocks), block]};
}

function indexOf(payload: JsonObject, otherwise: number): number {
	const {index} = payload;
	return typeof index === 'number' && Number.isInteger(index) && index >= 0 ? index : otherwise;
}

/** Whether a type of block accepts a known type of delta. Unknown blocks accept any. */
function takesDelta(block: string, delta: string): boolean {
	return !isKnownBlock(block) || blockVocabulary(block).deltas.includes(delta);
}
