import {decodeHTMLStrict} from 'entities/decode';

/**
 * Decodes the character references of HTML once, so `&amp;lt;` is `&lt;`; an unknown name stays as it is, and so does one without its
 * semicolon (CommonMark). The lexer decodes some of the numeric ones and leaves the rest to a browser. The result may hold any character:
 * sanitise it.
 */
export function decodeEntities(text: string): string {
	return text.includes('&') ? decodeHTMLStrict(text) : text;
}
