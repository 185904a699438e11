// In the prompt, a long paste or an attached file is one character of our own, so that the cursor and every deletion treat it as a unit. It is
// a reserved Unicode character that forms no cluster with its neighbours. It is shown as a label.

import {type Attachment, attachmentLabel} from '../../analysis/prompt.js';

/** What one sign stands for, with its label: `[paste 1: 240 lines]`, or a chip such as `[chart.png 48.0 kB]`. */
export type PromptUnit =
	| {readonly kind: 'paste'; readonly text: string; readonly label: string}
	| {readonly kind: 'chip'; readonly attachment: Attachment; readonly label: string};

const firstSign = 0xe_01_f0;
const lastSign = 0xe_0f_ff;
const signs = /[\u{E01F0}-\u{E0FFF}]/gu;

const maxLines = 10;
const maxText = 1000;

/** Whether a paste is so long that it would hide the rest of the prompt. */
export function isLongPaste(text: string): boolean {
	return text.length > maxText || countLines(text) > maxLines;
}

/** A long paste as the unit of a number, counted from 1. */
export function pasteUnit(text: string, number: number): PromptUnit {
	const lines = countLines(text);
	const size = lines > 1 ? `${lines} lines` : `${text.length} characters`;
	return {kind: 'paste', text, label: `[paste ${number}: ${size}]`};
}

export function chipUnit(attachment: Attachment): PromptUnit {
	return {kind: 'chip', attachment, label: attachmentLabel(attachment)};
}

/** The sign of the unit at an index; `null` once all signs are used. */
export function signAt(index: number): string | null {
	const code = firstSign + index;
	return code > lastSign ? null : String.fromCodePoint(code);
}

/** The unit that a grapheme represents. */
export function unitAt(grapheme: string, units: readonly PromptUnit[]): PromptUnit | undefined {
	return units[(grapheme.codePointAt(0) ?? 0) - firstSign];
}

/** Whether a grapheme represents a unit. */
export function isSign(grapheme: string): boolean {
	const code = grapheme.codePointAt(0) ?? 0;
	return code >= firstSign && code <= lastSign;
}

/** Replaces each sign in a text. */
export function replaceSigns(text: string, replace: (sign: string) => string): string {
	return text.replace(signs, replace);
}

/** A text cut at its signs, which are parts of their own. */
export function splitAtSigns(text: string): readonly string[] {
	return text.split(/([\u{E01F0}-\u{E0FFF}])/u);
}

/** Text from outside: newlines as LF, and none of our own signs. */
export function cleanInput(text: string): string {
	return replaceSigns(text.replaceAll(/\r\n?/g, '\n'), () => '\uFFFD');
}

function countLines(text: string): number {
	let lines = 1;
	for (let at = text.indexOf('\n'); at !== -1 && at < text.length - 1; at = text.indexOf('\n', at + 1)) {
		lines++;
	}

	return lines;
}
