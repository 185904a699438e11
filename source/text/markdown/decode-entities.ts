import {decodeHTMLStrict} from 'entities/decode';

/**
 * Decodes HTML character references once, so `&amp;lt;` becomes `&lt;`. An unknown name, or one without its semicolon, stays unchanged
 * (CommonMark). The lexer decodes some numeric references and leaves the rest to a browser. The result may contain any character, so sanitise
 * it.
 */
export function decodeEntities(text: string): string {
	return text.includes('&') ? decodeHTMLStrict(text) : text;
}
