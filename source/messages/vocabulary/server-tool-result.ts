import {textOf} from '../text-of.js';
import type {BlockVocabulary} from './block-vocabulary.js';
import {part} from './known-part.js';
import {filled, present, required} from './required-field.js';

/** What the results of all server tools have in common. Each type adds its names, its surface and its explanation. */
export const serverToolResult = {
	sign: '┌',
	role: 'tool',
	track: 'tools',
	form: 'result',
	deltas: [],
	idPrefix: null,
	required: required({tool_use_id: filled, content: present}),
	known: [part(['type', 'tool_use_id', 'content', 'caller', 'is_error'])],
	kind: 'other',
	field: null,
	detail: block => textOf(block.content),
} as const satisfies Omit<BlockVocabulary, 'name' | 'shortName' | 'isBeta' | 'explanation'>;
