import {sanitizeLine} from '../text/sanitize.js';

const entities: ReadonlyMap<string, string> = new Map(
	Object.entries({
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
		"'": '&#39;',
	}),
);

/** Escapes one line of text for an element or a quoted attribute. Characters that would reorder or hide it become visible. */
export function escapeHtml(text: string): string {
	return sanitizeLine(text).replaceAll(/[&<>"']/g, character => entities.get(character) ?? character);
}

/** Prints JSON for a script element. Nothing in it can end the element or begin a comment. */
export function scriptJson(value: unknown): string {
	return JSON.stringify(value).replaceAll(
		/[<>&\u2028\u2029]/g,
		character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
