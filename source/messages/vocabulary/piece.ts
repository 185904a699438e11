import {type JsonObject, stringAt} from '../../wire/json.js';

/** Kinds of what an event brings to a content block. `summary` is that of a compaction; `other` is a kind that is not known here. */
export type PieceKind = 'text' | 'thinking' | 'json' | 'summary' | 'citation' | 'signature' | 'other';

/** A piece of a content block: its characters as a person reads them, `''` where it has none. */
export type Piece = {
	readonly kind: PieceKind;
	readonly text: string;
};

const contentKinds: ReadonlySet<PieceKind> = new Set(['text', 'thinking', 'json', 'summary']);

/** True for what the clocks count: text, thinking, tool JSON or a summary that is not empty. A signature is never content. */
export function isContent(piece: Piece | null): piece is Piece {
	return piece !== null && piece.text !== '' && contentKinds.has(piece.kind);
}

/** What a block or a delta holds, by the field that its vocabulary names. */
export function pieceIn(
	part: JsonObject,
	{kind, field}: {readonly kind: PieceKind; readonly field: string | null},
): Piece {
	return {kind, text: field === null ? '' : stringAt(part, field)};
}
