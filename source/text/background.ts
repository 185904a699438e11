// Whether the terminal's background is dark or light, as far as it tells: it is asked for its colour (OSC 11), and then for what it is
// (DA1), which nearly every terminal answers, so that one without OSC 11 need not be waited for.

export type Background = 'dark' | 'light';

/** Asks for the background's colour and then for the terminal's kind. BEL ends the first: what knows no OSC at all prints nothing for it. */
export const backgroundQuery = '\u001B]11;?\u0007\u001B[c';

/** What came in after the query. Every character of `input` stands for one byte. */
export type Replies = {
	readonly background: Background | null;
	/** Whether the answer to the second question is there, after which none comes to the first. */
	readonly isAnswered: boolean;
	/** What is no reply: keys that were typed. The beginning of a reply is left out. */
	readonly rest: string;
};

const colourReply = /\u001B\]11;(rgba?:[\da-f/]+|#[\da-f]+)(?:\u0007|\u001B\\|\u009C)/i;
const kindReply = /\u001B\[\?[\d;]*c/;
const unfinishedReply = /\u001B\](?:1(?:1(?:;[\da-z:/#]*\u001B?)?)?)?$|\u001B\[\?[\d;]*$/i;

/** Takes the terminal's replies out of its input (xterm's control sequences, "Operating System Commands" and "Send Device Attributes"). */
export function readReplies(input: string): Replies {
	const colour = colourReply.exec(input)?.[1];
	return {
		background: colour === undefined ? null : backgroundOfColour(colour),
		isAnswered: kindReply.test(input),
		rest: input.replace(colourReply, '').replace(kindReply, '').replace(unfinishedReply, ''),
	};
}

/**
 * `rgb:RRRR/GGGG/BBBB`, with one to four digits each, or `#rrggbb` (XParseColor). Light is what dark text can be read better on.
 * @internal
 */
export function backgroundOfColour(colour: string): Background | null {
	const digits = colour.startsWith('#')
		? (colour.slice(1).match(new RegExp(`.{${Math.max(1, Math.floor((colour.length - 1) / 3))}}`, 'g')) ?? [])
		: colour.replace(/^rgba?:/i, '').split('/');
	const [red, green, blue] = digits.map(hex => Number.parseInt(hex, 16) / (16 ** hex.length - 1));
	if (red === undefined || green === undefined || blue === undefined || Number.isNaN(red + green + blue)) {
		return null;
	}

	// WCAG 2.2, relative luminance: black text has the greater contrast from here on.
	const [r, g, b] = [red, green, blue].map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
	return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0) > 0.179 ? 'light' : 'dark';
}

/** What the variable `COLORFGBG` of rxvt, Konsole and others says: `foreground;background`, as numbers of the 16 colours. */
export function backgroundOfVariable(value: string | undefined): Background | null {
	const last = value?.split(';').at(-1) ?? '';
	const index = /^\d+$/.test(last) ? Number(last) : Number.NaN;
	if (!(index <= 15)) {
		return null;
	}

	return index <= 6 || index === 8 ? 'dark' : 'light';
}
