// Numbered footnotes, which `marked` takes for links or plain text.

import type {TokenizerExtensionFunction, Tokens} from 'marked';

/** `[^1]` in a text, or the footnote itself with its `tokens`. */
export type FootnoteToken = Tokens.Generic & {
	readonly type: 'footnote' | 'footnoteMark';
	readonly text: string;
};

const definition = /^ {0,3}\[\^(\d{1,4})\]:[ \t]*([^\n]*(?:\n(?![ \t]*(?:\n|$)|[ \t]*\[\^)[^\n]+)*)/;

/** `[^1]: The note.`, up to an empty line or the next note. */
export const footnote: TokenizerExtensionFunction = function (source) {
	const match = definition.exec(source);
	if (match === null) {
		return undefined;
	}

	const tokens: Tokens.Generic[] = [];
	this.lexer.inline((match[2] ?? '').replaceAll(/\n[ \t]+/g, '\n').trim(), tokens);
	return {type: 'footnote', raw: match[0], text: match[1] ?? '', tokens};
};

/** `[^1]`. Only numbers: `[^a-z]` is more likely a pattern. */
export const footnoteMark: TokenizerExtensionFunction = source => {
	const match = /^\[\^(\d{1,4})\](?![(:])/.exec(source);
	return match === null ? undefined : {type: 'footnoteMark', raw: match[0], text: match[1] ?? ''};
};
