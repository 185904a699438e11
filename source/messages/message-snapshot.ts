import type {Json, JsonObject} from '../wire/json.js';
import {parsePartialJson} from './partial-json.js';
import {blockVocabulary} from './vocabulary/blocks.js';
import {pieceIn} from './vocabulary/piece.js';

/**
 * A message as built by its events so far. `fields` is the `message` of `message_start` with the values assigned by `message_delta`. Its
 * `content` is replaced by `blocks`.
 */
export type MessageSnapshot = {
	readonly fields: JsonObject;
	readonly blocks: readonly BlockSnapshot[];
};

/**
 * One content block as built by its deltas so far. `start` is the `content_block` of `content_block_start`. The rest comes from deltas: `text`
 * holds text, thinking and summaries alike, and `partialJson` is `null` until the first `input_json_delta`.
 */
export type BlockSnapshot = {
	readonly type: string;
	readonly start: JsonObject;
	readonly text: string;
	readonly partialJson: string | null;
	/** The sum of `estimated_tokens`, which the beta `thinking-token-count` sends instead of hidden thinking, or 0 if none were sent. */
	readonly estimatedTokens: number;
	readonly citations: readonly Json[];
	/** Fields that one delta set as a whole: a signature, or the content of a compaction. */
	readonly assigned: JsonObject;
	readonly isClosed: boolean;
};

/** Opens a block with the text that its start already holds. */
export function openBlock(start: JsonObject, isClosed = false): BlockSnapshot {
	const type = typeof start.type === 'string' ? start.type : 'unknown';
	return {
		type,
		start,
		text: pieceIn(start, blockVocabulary(type)).text,
		partialJson: null,
		estimatedTokens: 0,
		citations: [],
		assigned: {},
		isClosed,
	};
}

/** The input of a tool block: its assembled JSON so far, else what the start held. */
export function toolInput(block: BlockSnapshot): Json {
	if (block.partialJson === null) {
		return block.start.input ?? {};
	}

	return parsePartialJson(block.partialJson) ?? {};
}

/** The plain message, equal to the result of the SDK's `finalMessage()`. */
export function messageOf(snapshot: MessageSnapshot): JsonObject {
	return {...snapshot.fields, content: snapshot.blocks.map(blockOf)};
}

const plainBlocks = new WeakMap<BlockSnapshot, JsonObject>();

/** One plain content block of the message. The same snapshot returns the same object, so that unchanged blocks can be recognised. */
export function blockOf(block: BlockSnapshot): JsonObject {
	const known = plainBlocks.get(block) ?? makeBlock(block);
	plainBlocks.set(block, known);
	return known;
}

function makeBlock(block: BlockSnapshot): JsonObject {
	const {start, type} = block;
	const citations = Array.isArray(start.citations) ? start.citations : [];
	const {form, field} = blockVocabulary(type);
	const isText = (form === 'text' || form === 'thinking') && field !== null;
	return {
		...start,
		...(isText && (Object.hasOwn(start, field) || block.text !== '') ? {[field]: block.text} : {}),
		...(block.partialJson === null ? {} : {input: toolInput(block)}),
		...(block.citations.length === 0 ? {} : {citations: [...citations, ...block.citations]}),
		...block.assigned,
	};
}
