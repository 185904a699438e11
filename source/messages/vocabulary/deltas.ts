import {printJson} from '../../wire/json.js';
import type {DeltaVocabulary} from './delta-vocabulary.js';
import {citationsDelta} from './deltas/citations-delta.js';
import {compactionDelta} from './deltas/compaction-delta.js';
import {inputJsonDelta} from './deltas/input-json-delta.js';
import {signatureDelta} from './deltas/signature-delta.js';
import {textDelta} from './deltas/text-delta.js';
import {thinkingDelta} from './deltas/thinking-delta.js';
import {tableOf} from './table-of.js';

/** The delta types: `RawContentBlockDelta` and `BetaRawContentBlockDelta` in the SDK's resources. */
export const deltaTypes: readonly DeltaVocabulary[] = [
	textDelta,
	thinkingDelta,
	inputJsonDelta,
	signatureDelta,
	citationsDelta,
	compactionDelta,
];

/** Used for every delta of an unknown type. Like the SDK, it leaves the block unchanged. */
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
			'Adds something of an unknown type to a block. The official SDK passes it on and does not change the message.',
		payload: 'Its content is in `delta`. `index` says for which block.',
	},
};

const table = tableOf(deltaTypes);

/** The vocabulary of a type of delta. Any other word gets that of unknown deltas. */
export function deltaVocabulary(type: string): DeltaVocabulary {
	return table.get(type) ?? unknownDelta;
}

/** Whether a word is a delta type of the API. */
export function isKnownDelta(type: string): boolean {
	return table.has(type);
}
