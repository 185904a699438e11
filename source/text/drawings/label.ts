import {fit, truncate} from '../text-width.js';

/** Fits a label to exactly `width` cells. */
export function fixedLabel(text: string, width: number, isAscii: boolean): string {
	return isAscii ? fit(asciiOf(text), width).replace('…', '.') : fit(text, width);
}

/** Cuts a label to at most `width` cells. */
export function cutLabel(text: string, width: number, isAscii: boolean): string {
	return isAscii ? truncate(asciiOf(text), width).replace('…', '.') : truncate(text, width);
}

function asciiOf(text: string): string {
	return text.replace(/[–·]/g, '-').replace(/[^\u0020-\u007E]/gu, '?');
}
