// Finds out whether the terminal's background is dark or light. It asks the terminal for its background colour (OSC 11) and then for its device
// attributes (DA1). Nearly every terminal answers DA1, so there is no need to wait for one that does not know OSC 11.

/** `unknown` if neither the terminal nor the environment says what it is, as in older versions of tmux. */
export type Background = 'dark' | 'light' | 'unknown';

/** Asks for the terminal's kind, which nearly every terminal answers. */
export const kindQuery = '\u001B[c';

/** Asks for the background colour. It ends with BEL because a terminal without OSC support then prints nothing. */
export const backgroundQuery = '\u001B]11;?\u0007';

/** The input that arrived after the query. Each character of `input` is one byte. */
export type Replies = {
	readonly background: Background | null;
	/** Whether the terminal has told its kind. It never answers the query before that one afterwards. */
	readonly isAnswered: boolean;
	/** Input that is not a reply, such as typed keys. The beginning of a reply stays, so that its rest is known when it comes. */
	readonly rest: string;
};

const colourReply = /\u001B\]11;(rgba?:[\da-f/]+|#[\da-f]+)(?:\u0007|\u001B\\|\u009C)/i;
const kindReply = /\u001B\[\?[\d;]*c/;

/**
 * Separates the terminal's replies from the rest of its input (xterm's control sequences, "Operating System Commands" and "Send Device
 * Attributes").
 */
export function readReplies(input: string): Replies {
	const colour = colourReply.exec(input)?.[1];
	return {
		background: colour === undefined ? null : backgroundOfColour(colour),
		isAnswered: kindReply.test(input),
		rest: input.replace(colourReply, '').replace(kindReply, ''),
	};
}

/**
 * Reads `rgb:RRRR/GGGG/BBBB`, with one to four digits each, or `#rrggbb` (XParseColor). A background is light if dark text has more contrast on
 * it.
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

	// WCAG 2.2, relative luminance: above this value black text has the greater contrast.
	const [r, g, b] = [red, green, blue].map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
	return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0) > 0.179 ? 'light' : 'dark';
}

/** Reads the `COLORFGBG` variable of rxvt, Konsole and others: `foreground;background`, as indexes into the 16 colours. */
export function backgroundOfVariable(value: string | undefined): Background | null {
	const last = value?.split(';').at(-1) ?? '';
	const index = /^\d+$/.test(last) ? Number(last) : Number.NaN;
	if (!(index <= 15)) {
		return null;
	}

	return index <= 6 || index === 8 ? 'dark' : 'light';
}
