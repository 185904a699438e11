/** Whether a content type is that of a body of one JSON value a line. */
export function isLines(contentType: string | null): boolean {
	return /^application\/(?:x-ndjson|ndjson|jsonl|x-jsonlines)\b/i.test(contentType ?? '');
}
