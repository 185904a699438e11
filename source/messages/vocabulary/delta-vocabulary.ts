import type {JsonObject} from '../../wire/json.js';
import type {BlockSnapshot} from '../message-snapshot.js';
import type {Explanation} from './explanation.js';
import type {KnownPart} from './known-part.js';
import type {PieceKind} from './piece.js';
import type {RequiredField} from './required-field.js';
import type {TrackKind} from './track.js';

/** All there is to say about a type of delta. A new one is a file in `deltas/` and a line in `deltas.ts`. */
export type DeltaVocabulary = {
	/** The wire's name. */
	readonly name: string;
	/** A name that is short enough for a row. */
	readonly shortName: string;
	/** One cell, at the start of its row in the log. */
	readonly sign: string;
	/** The theme's role for its row. */
	readonly role: string;
	/** The row of a timeline that it belongs to; `null` for a type that is not known. */
	readonly track: TrackKind | null;
	readonly required: readonly RequiredField[];
	readonly known: readonly KnownPart[];
	/** What it brings: the kind, and the field that holds the characters; `null` where there are none. */
	readonly kind: PieceKind;
	readonly field: string | null;
	/** The block with the delta in it, if the block takes it. Never changes the block that is handed in. */
	readonly accumulate: (block: BlockSnapshot, delta: JsonObject) => BlockSnapshot;
	/** What it brings, in a row. */
	readonly detail: (delta: JsonObject) => string;
	readonly explanation: Explanation;
};
