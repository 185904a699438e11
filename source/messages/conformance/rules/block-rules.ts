import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** Content blocks: their indices, their lifetime and their content. */
export const blockRules = {
	blockIndexGap: {
		name: 'block-index-gap',
		severity: 'error',
		title: 'block indices count from 0 without a gap',
		source: sources.streaming,
		basis:
			'The index is the block’s position in the final content. The SDK appends the block and then finds it by its index.',
		example: 'the first content_block_start has "index":1',
	},
	blockIndexReused: {
		name: 'block-index-reused',
		severity: 'error',
		title: 'each block has its own index',
		source: sources.streaming,
		basis:
			'The index is the block’s position in the final content. Deltas of a second block with the same index go to the first.',
		example: 'content_block_start with "index":0, twice',
	},
	blockOverlap: {
		name: 'block-overlap',
		severity: 'warning',
		title: 'a block closes before the next one opens',
		source: sources.sdkMessageStream,
		basis:
			'The API sends one block after the other. The SDK tells its text and contentBlock listeners about the last block opened.',
		example: 'content_block_start 1, before content_block_stop 0',
	},
	blockNotOpen: {
		name: 'block-not-open',
		severity: 'error',
		title: 'deltas and stops belong to an open block',
		source: sources.streaming,
		basis:
			'A block is a content_block_start, its content_block_delta events and a content_block_stop. The SDK drops a delta that has no block.',
		example: 'content_block_delta with "index":0, before its content_block_start',
	},
	blockNotClosed: {
		name: 'block-not-closed',
		severity: 'error',
		title: 'every block is closed before message_delta',
		source: sources.streaming,
		basis:
			'A block ends with content_block_stop. Only then does the SDK report the finished block and parse tool input.',
		example: 'message_delta while block 0 is open',
	},
	deltaType: {
		name: 'delta-type',
		severity: 'error',
		title: 'the delta fits the type of its block',
		source: sources.sdkMessageStream,
		basis: 'Each delta type applies to its own type of block. The SDK drops any other silently.',
		example: 'thinking_delta for a block of type text',
	},
	thinkingSignature: {
		name: 'thinking-signature',
		severity: 'warning',
		title: 'a thinking block has a signature',
		source: sources.streaming,
		basis:
			'A signature_delta comes just before the content_block_stop of thinking. Without it, the API rejects the block in the next request. A block that was stopped early may lack it.',
		example: 'content_block_start {"type":"thinking",…}, thinking_delta, content_block_stop',
	},
	emptyTextBlock: {
		name: 'empty-text-block',
		severity: 'note',
		title: 'a text block has text',
		source: sources.messages,
		basis:
			'The API itself sometimes sends an empty one, but rejects it in the next request. Gateways put one before thinking or tools.',
		example: 'content_block_start {"type":"text","text":""}, then content_block_stop',
	},
	unknownBlock: {
		name: 'unknown-block',
		severity: 'note',
		title: 'the block type is known to the SDK',
		source: sources.sdkBetaTypes,
		basis: 'BetaRawContentBlockStartEvent lists the known ones. New ones may be added.',
		example: 'content_block_start {"type":"hologram"}',
	},
	unknownDelta: {
		name: 'unknown-delta',
		severity: 'note',
		title: 'the delta type is known to the SDK',
		source: sources.sdkBetaTypes,
		basis: 'BetaRawContentBlockDelta lists the known ones. New ones may be added.',
		example: 'content_block_delta {"type":"hologram_delta"}',
	},
} satisfies Record<string, Rule>;
