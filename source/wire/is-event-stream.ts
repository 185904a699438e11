/** Whether a content type is that of an event stream, whatever its parameters. `null` means the type is unknown. */
export function isEventStream(contentType: string | null): boolean {
	return contentType?.split(';')[0]?.trim().toLowerCase() === 'text/event-stream';
}
