/** The beginning of a text as JSON, as much as a row may need. */
export function quoted(text: string): string {
	return JSON.stringify(text.slice(0, 300));
}
