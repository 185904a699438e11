import {stringAt} from '../../../wire/json.js';
import type {DeltaVocabulary} from '../delta-vocabulary.js';
import {part} from '../known-part.js';
import {quoted} from '../quoted.js';

export const compactionDelta: DeltaVocabulary = {
	name: 'compaction_delta',
	shortName: 'summary',
	sign: '│',
	role: 'compaction_delta',
	track: 'context',
	required: [],
	known: [part(['type', 'content', 'encrypted_content'])],
	kind: 'summary',
	field: 'content',
	accumulate: (block, delta) => {
		const {type: _, ...assigned} = delta;
		const text = typeof delta.content === 'string' ? delta.content : block.text;
		return {...block, text, assigned: {...block.assigned, ...assigned}};
	},
	detail: delta => `summary ${quoted(stringAt(delta, 'content'))}`,
	explanation: {
		purpose: 'Contains the whole summary that replaces the earlier conversation.',
		payload:
			'`delta.content` is the summary, or null if there is none. `delta.encrypted_content` is opaque: send it back unchanged.',
	},
};
