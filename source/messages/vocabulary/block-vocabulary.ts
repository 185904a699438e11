import type {JsonObject} from '../../wire/json.js';
import type {Explanation} from './explanation.js';
import type {KnownPart} from './known-part.js';
import type {PieceKind} from './piece.js';
import type {RequiredField} from './required-field.js';
import type {TrackKind} from './track.js';

/** How a conversation shows a block. `call` and `result` belong to a tool. */
export type BlockForm = 'text' | 'thinking' | 'redacted' | 'call' | 'result' | 'plain' | 'unknown';

/** Everything about a type of content block. A new type needs a file in `blocks/` and a line in `blocks.ts`. */
export type BlockVocabulary = {
	/** The wire's name. */
	readonly name: string;
	/** A readable name. */
	readonly shortName: string;
	/** One cell, at the start of the block's row in the log. */
	readonly sign: string;
	/** Its theme role in a drawing. */
	readonly role: string;
	/** Its row in a timeline, or `null` for an unknown type. */
	readonly track: TrackKind | null;
	readonly form: BlockForm;
	/** The delta types that it accepts, as in the SDK's accumulation: lib/BetaMessageStream.ts, `#accumulateMessage`. */
	readonly deltas: readonly string[];
	/** The prefix of its id, if it has one. */
	readonly idPrefix: string | null;
	/** Sent only by the beta endpoint. */
	readonly isBeta: boolean;
	readonly required: readonly RequiredField[];
	readonly known: readonly KnownPart[];
	/** Its readable content: the kind, and the field that holds the characters. `null` if there is none. */
	readonly kind: PieceKind;
	readonly field: string | null;
	/** The content of its start, for a row. */
	readonly detail: (block: JsonObject) => string;
	readonly explanation: Explanation;
};
