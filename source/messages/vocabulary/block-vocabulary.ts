import type {JsonObject} from '../../wire/json.js';
import type {Explanation} from './explanation.js';
import type {KnownPart} from './known-part.js';
import type {PieceKind} from './piece.js';
import type {RequiredField} from './required-field.js';
import type {TrackKind} from './track.js';

/** How a conversation shows a block: `call` and `result` are those of a tool. */
export type BlockForm = 'text' | 'thinking' | 'redacted' | 'call' | 'result' | 'plain' | 'unknown';

/** All there is to say about a type of content block. A new one is a file in `blocks/` and a line in `blocks.ts`. */
export type BlockVocabulary = {
	/** The wire's name. */
	readonly name: string;
	/** A name for people. */
	readonly shortName: string;
	/** One cell, at the start of the block's row in the log. */
	readonly sign: string;
	/** The theme's role for it in a drawing. */
	readonly role: string;
	/** The row of a timeline that it belongs to; `null` for a type that is not known. */
	readonly track: TrackKind | null;
	readonly form: BlockForm;
	/** The types of the deltas that it takes, as the SDK's accumulation has it: lib/BetaMessageStream.ts, `#accumulateMessage`. */
	readonly deltas: readonly string[];
	/** What its id begins with, where it has one. */
	readonly idPrefix: string | null;
	/** Sent by the beta endpoint alone. */
	readonly isBeta: boolean;
	readonly required: readonly RequiredField[];
	readonly known: readonly KnownPart[];
	/** What a person reads of it: the kind, and the field that holds the characters; `null` where there are none to read. */
	readonly kind: PieceKind;
	readonly field: string | null;
	/** What its start brings, in a row. */
	readonly detail: (block: JsonObject) => string;
	readonly explanation: Explanation;
};
