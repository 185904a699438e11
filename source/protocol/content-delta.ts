import {type JsonObject, objectAt, stringAt} from './json.js';

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

	const delta = objectAt(payload, 'delta');
	const [kind, field] = payloadFields[stringAt(delta, 'type')] ?? (['other', ''] as const);
	const index = typeof payload.index === 'number' ? payload.index : -1;
	return {kind, index, length: stringAt(delta, field).length};
}

/** True for the deltas that the clocks count: non-empty text, thinking or tool JSON. */
export function isContent(delta: ContentDelta): boolean {
	return delta.length > 0 && (delta.kind === 'text' || delta.kind === 'thinking' || delta.kind === 'json');
}
