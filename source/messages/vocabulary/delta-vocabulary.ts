import type {JsonObject} from '../../wire/json.js';
import type {BlockSnapshot} from '../message-snapshot.js';
import type {Explanation} from './explanation.js';
import type {KnownPart} from './known-part.js';
import type {PieceKind} from './piece.js';
import type {RequiredField} from './required-field.js';
import type {TrackKind} from './track.js';

/** Everything about a type of delta. A new type needs a file in `deltas/` and a line in `deltas.ts`. */
export type DeltaVocabulary = {
	/** The wire's name. */
	readonly name: string;
	/** A name short enough for a row. */
	readonly shortName: string;
	/** One cell, at the start of its row in the log. */
	readonly sign: string;
	/** Its theme role in the log. */
	readonly role: string;
	/** Its row in a timeline, or `null` for an unknown type. */
	readonly track: TrackKind | null;
	readonly required: readonly RequiredField[];
	readonly known: readonly KnownPart[];
	/** What it adds: the kind, and the field that holds the characters. `null` if there is none. */
	readonly kind: PieceKind;
	readonly field: string | null;
	/** Returns the block with the delta added, if the block accepts it. Never changes the given block. */
	readonly accumulate: (block: BlockSnapshot, delta: JsonObject) => BlockSnapshot;
	/** Its content, for a row. */
	readonly detail: (delta: JsonObject) => string;
	readonly explanation: Explanation;
};
