import {sanitizeLine} from './sanitize.js';

const entities: ReadonlyMap<string, string> = new Map([
	['&', '&amp;'],
	['<', '&lt;'],
	['>', '&gt;'],
	['"', '&quot;'],
]);

/** Escapes one line of text for an element or an attribute. XML 1.0 has no way to write most control characters, and the sanitiser leaves none. */
export function escapeXml(text: string): string {
	return sanitizeLine(text).replace(/[&<>"]/g, sign => entities.get(sign) ?? sign);
}
