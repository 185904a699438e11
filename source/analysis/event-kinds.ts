/** Kinds of events that a filter and a breakpoint name, and those of deltas; every other word is text to look for. */
const kinds = new Set([
	'request',
	'response',
	'message_start',
	'content_block_start',
	'content_block_delta',
	'text_delta',
	'thinking_delta',
	'input_json_delta',
	'signature_delta',
	'citations_delta',
	'content_block_stop',
	'message_delta',
	'message_stop',
	'ping',
	'error',
	'body',
	'end',
]);

/** The kind that a word names, by itself or as in `type:ping`, where it may be one that nobody knows; `null` for every other text. */
export function readKind(words: string): string | null {
	const [, named] = /^(?:type|event|kind):\s*([^\s:]+)$/i.exec(words) ?? [];
	return named ?? (kinds.has(words) ? words : null);
}

/** A kind as `readKind` reads it. */
export function kindSource(kind: string): string {
	return readKind(kind) === kind ? kind : `type:${kind}`;
}
