/** The magic number of gzip as UTF-8 decodes it (U+FFFD for 0x8B), or as Latin-1 or Windows-1252 do. The method that follows is always 8. */
const magicAsText = /^\u001F[\uFFFD\u008B\u2039]\u0008/;

/** Whether a text is gzip that was decoded as text instead of decompressed. Decoded as UTF-8, it cannot be restored. */
export function isGzipAsText(text: string): boolean {
	return magicAsText.test(text);
}
