import {printJson} from '../../../wire/json.js';
import type {DeltaVocabulary} from '../delta-vocabulary.js';
import {part} from '../known-part.js';
import {object, required} from '../required-field.js';

export const citationsDelta: DeltaVocabulary = {
	name: 'citations_delta',
	shortName: 'citation',
	sign: '│',
	role: 'citations_delta',
	track: 'text',
	required: required({citation: object}),
	known: [part(['type', 'citation'])],
	kind: 'citation',
	field: null,
	accumulate: (block, delta) => ({...block, citations: [...block.citations, delta.citation ?? null]}),
	detail: delta => `citation ${printJson(delta.citation ?? null).slice(0, 300)}`,
	explanation: {
		purpose: 'Names a source of a text block. A block may have several.',
		payload:
			'`delta.citation` has the cited text and its location: characters, pages or blocks of a document, a search result, or a URL.',
	},
};
