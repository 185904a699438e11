import {type JsonObject, stringAt} from '../../wire/json.js';

/** The kinds of content that an event adds to a block. `summary` is that of a compaction. `other` is an unknown kind. */
export type PieceKind = 'text' | 'thinking' | 'json' | 'summary' | 'citation' | 'signature' | 'other';

/** A piece of a content block: its readable characters, or `''` if it has none. */
export type Piece = {
	readonly kind: PieceKind;
	readonly text: string;
};

const contentKinds: ReadonlySet<PieceKind> = new Set(['text', 'thinking', 'json', 'summary']);

/** True for what the clocks count: text, thinking, tool JSON or a summary, if not empty. A signature is never content. */
export function isContent(piece: Piece | null): piece is Piece {
	return piece !== null && piece.text !== '' && contentKinds.has(piece.kind);
}

/** The content of a block or a delta, from the field that its vocabulary names. */
export function pieceIn(
	part: JsonObject,
	{kind, field}: {readonly kind: PieceKind; readonly field: string | null},
): Piece {
	return {kind, text: field === null ? '' : stringAt(part, field)};
}
