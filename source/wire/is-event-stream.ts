/** Whether a content type is that of an event stream, whatever its parameters. `null` where the type is not known. */
export function isEventStream(contentType: string | null): boolean {
	return contentType?.split(';')[0]?.trim().toLowerCase() === 'text/event-stream';
}
