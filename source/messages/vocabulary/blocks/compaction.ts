import {stringAt} from '../../../wire/json.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';

export const compaction: BlockVocabulary = {
	name: 'compaction',
	shortName: 'compaction',
	sign: '┌',
	role: 'tool',
	track: 'context',
	form: 'plain',
	deltas: ['compaction_delta'],
	idPrefix: null,
	isBeta: true,
	required: [],
	known: [part(['type', 'content', 'encrypted_content', 'signature', 'tool_changes'])],
	kind: 'summary',
	field: 'content',
	detail: block => stringAt(block, 'content'),
	explanation: {
		purpose: 'Opens a summary that replaces the earlier conversation, which had grown too long.',
		payload: '`content_block.content` usually starts as null. A `compaction_delta` contains the summary.',
	},
};
