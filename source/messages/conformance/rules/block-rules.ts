import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** Content blocks: their indices, their life and what fills them. */
export const blockRules = {
	blockIndexGap: {
		name: 'block-index-gap',
		severity: 'error',
		title: 'block indices count from 0 without a gap',
		source: sources.streaming,
		basis:
			'The index is the place of the block in the final content; the SDK appends the block and then finds it by its index.',
		example: 'the first content_block_start has "index":1',
	},
	blockIndexReused: {
		name: 'block-index-reused',
		severity: 'error',
		title: 'each block has an index of its own',
		source: sources.streaming,
		basis:
			'The index is the place of the block in the final content; deltas of a second block with it go to the first.',
		example: 'content_block_start with "index":0, twice',
	},
	blockOverlap: {
		name: 'block-overlap',
		severity: 'warning',
		title: 'a block closes before the next one opens',
		source: sources.sdkMessageStream,
		basis:
			'The API sends one block after the other; the SDK tells its text and contentBlock listeners about the last block opened.',
		example: 'content_block_start 1, before content_block_stop 0',
	},
	blockNotOpen: {
		name: 'block-not-open',
		severity: 'error',
		title: 'deltas and stops belong to an open block',
		source: sources.streaming,
		basis:
			'A block is a content_block_start, its content_block_delta events and a content_block_stop; the SDK drops a delta that has no block.',
		example: 'content_block_delta with "index":0, before its content_block_start',
	},
	blockNotClosed: {
		name: 'block-not-closed',
		severity: 'error',
		title: 'every block is closed before message_delta',
		source: sources.streaming,
		basis:
			'A block ends with content_block_stop; the SDK tells of the finished block, and settles tool input, only then.',
		example: 'message_delta while block 0 is open',
	},
	deltaType: {
		name: 'delta-type',
		severity: 'error',
		title: 'the delta fits the type of its block',
		source: sources.sdkMessageStream,
		basis: 'Each delta type is applied to its own type of block; the SDK drops any other without a word.',
		example: 'thinking_delta for a block of type text',
	},
	emptyTextBlock: {
		name: 'empty-text-block',
		severity: 'note',
		title: 'a text block has text',
		source: sources.messages,
		basis:
			'The API itself sends one now and then, but refuses empty text blocks in the next request. Gateways put one before thinking or tools.',
		example: 'content_block_start {"type":"text","text":""}, then content_block_stop',
	},
	unknownBlock: {
		name: 'unknown-block',
		severity: 'note',
		title: 'the block type is one that the SDK knows',
		source: sources.sdkBetaTypes,
		basis: 'BetaRawContentBlockStartEvent lists the known ones; new ones may be added.',
		example: 'content_block_start {"type":"hologram"}',
	},
	unknownDelta: {
		name: 'unknown-delta',
		severity: 'note',
		title: 'the delta type is one that the SDK knows',
		source: sources.sdkBetaTypes,
		basis: 'BetaRawContentBlockDelta lists the known ones; new ones may be added.',
		example: 'content_block_delta {"type":"hologram_delta"}',
	},
} satisfies Record<string, Rule>;
