import {type JsonObject, objectAt, stringAt} from '../wire/json.js';

/** What a `content_block_delta` adds to its block. `length` counts UTF-16 units; deltas of length 0 bring nothing to see. */
export type ContentDelta = {
	readonly kind: 'text' | 'thinking' | 'json' | 'citation' | 'signature' | 'other';
	readonly index: number;
	readonly length: number;
};

const payloadFields: Readonly<Record<string, readonly [ContentDelta['kind'], string]>> = {
	text_delta: ['text', 'text'],
	thinking_delta: ['thinking', 'thinking'],
	input_json_delta: ['json', 'partial_json'],
	signature_delta: ['signature', 'signature'],
	citations_delta: ['citation', 'citation'],
};

/** Reads a delta, or gives `null` for a payload that is none. */
export function contentDelta(payload: JsonObject): ContentDelta | null {
	if (payload.type !== 'content_block_delta') {
		return null;
	}

	const [kind] = fieldOf(payload);
	const index = typeof payload.index === 'number' ? payload.index : -1;
	return {kind, index, length: deltaText(payload).length};
}

/** The characters that a delta adds, `''` where it adds none. */
export function deltaText(payload: JsonObject): string {
	return stringAt(objectAt(payload, 'delta'), fieldOf(payload)[1]);
}

function fieldOf(payload: JsonObject): readonly [ContentDelta['kind'], string] {
	return payloadFields[stringAt(objectAt(payload, 'delta'), 'type')] ?? ['other', ''];
}

/** True for the deltas that the clocks count: non-empty text, thinking or tool JSON. */
export function isContent(delta: ContentDelta): boolean {
	return delta.length > 0 && (delta.kind === 'text' || delta.kind === 'thinking' || delta.kind === 'json');
}
