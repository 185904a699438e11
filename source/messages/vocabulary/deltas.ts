import {printJson} from '../../wire/json.js';
import type {DeltaVocabulary} from './delta-vocabulary.js';
import {citationsDelta} from './deltas/citations-delta.js';
import {compactionDelta} from './deltas/compaction-delta.js';
import {inputJsonDelta} from './deltas/input-json-delta.js';
import {signatureDelta} from './deltas/signature-delta.js';
import {textDelta} from './deltas/text-delta.js';
import {thinkingDelta} from './deltas/thinking-delta.js';
import {tableOf} from './table-of.js';

/** The types of deltas: `RawContentBlockDelta` and `BetaRawContentBlockDelta` in the SDK's resources. */
export const deltaTypes: readonly DeltaVocabulary[] = [
	textDelta,
	thinkingDelta,
	inputJsonDelta,
	signatureDelta,
	citationsDelta,
	compactionDelta,
];

/** Stands for every delta whose type is not in the API that this program knows. The SDK leaves the block as it was, so do we. */
export const unknownDelta: DeltaVocabulary = {
	name: 'unknown',
	shortName: 'unknown',
	sign: '?',
	role: 'unknown',
	track: null,
	required: [],
	known: [],
	kind: 'other',
	field: null,
	accumulate: block => block,
	detail: ({type, ...rest}) => `${typeof type === 'string' ? type : ''} ${printJson(rest).slice(0, 300)}`,
	explanation: {
		purpose:
			'Adds something of a kind that is not known here to a block; the official SDK hands it on and leaves the message as it was.',
		payload: 'Whatever it brings is in `delta`; `index` says for which block.',
	},
};

const table = tableOf(deltaTypes);

/** What is known of a type of delta. Every word has an answer: an unknown one has that of unknown deltas. */
export function deltaVocabulary(type: string): DeltaVocabulary {
	return table.get(type) ?? unknownDelta;
}

/** Whether a word is a type of delta that the API has. */
export function isKnownDelta(type: string): boolean {
	return table.has(type);
}
