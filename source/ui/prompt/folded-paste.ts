// In the prompt, a long paste is one character of our own, so that the cursor and every deletion treat it as a unit. It is a reserved
// Unicode character that forms no cluster with its neighbours. It is shown as a label and sent as the pasted text.

/** The pasted text, and the prompt's label for it: `[paste 1: 240 lines]`. */
export type FoldedPaste = {readonly text: string; readonly label: string};

const firstSign = 0xe_01_f0;
const lastSign = 0xe_0f_ff;
const signs = /[\u{E01F0}-\u{E0FFF}]/gu;

const maxLines = 10;
const maxText = 1000;

/** Whether a paste is so long that it would hide the rest of the prompt. */
export function isLongPaste(text: string): boolean {
	return text.length > maxText || countLines(text) > maxLines;
}

/** The paste for `index`, and its sign; `null` once all signs are used. */
export function foldPaste(text: string, index: number): {paste: FoldedPaste; sign: string | null} {
	const lines = countLines(text);
	const size = lines > 1 ? `${lines} lines` : `${text.length} characters`;
	const code = firstSign + index;
	return {
		paste: {text, label: `[paste ${index + 1}: ${size}]`},
		sign: code > lastSign ? null : String.fromCodePoint(code),
	};
}

/** The paste that a grapheme represents. */
export function pasteAt(grapheme: string, pastes: readonly FoldedPaste[]): FoldedPaste | undefined {
	return pastes[(grapheme.codePointAt(0) ?? 0) - firstSign];
}

/** Whether a grapheme represents a paste. */
export function isPasteSign(grapheme: string): boolean {
	const code = grapheme.codePointAt(0) ?? 0;
	return code >= firstSign && code <= lastSign;
}

/** The text with its pastes put back. */
export function unfoldPastes(text: string, pastes: readonly FoldedPaste[]): string {
	return text.replace(signs, sign => pasteAt(sign, pastes)?.text ?? '');
}

/** Text from outside: newlines as LF, and none of our own signs. */
export function cleanInput(text: string): string {
	return text.replaceAll(/\r\n?/g, '\n').replace(signs, '\uFFFD');
}

function countLines(text: string): number {
	let lines = 1;
	for (let at = text.indexOf('\n'); at !== -1 && at < text.length - 1; at = text.indexOf('\n', at + 1)) {
		lines++;
	}

	return lines;
}
