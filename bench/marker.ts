/** Every this many deltas a paragraph ends, so that the text is laid out as an answer is: about 500 characters a paragraph. */
const paragraph = 50;

/** A word that occurs in one delta only. */
export const markerName = (number: number): string => `m${String(number).padStart(8, '0')}`;

/** The text of a delta: ten characters, the usual length of one. */
export const markerText = (number: number): string =>
	markerName(number) + (number % paragraph === paragraph - 1 ? '.\n\n' : ' ');

/** The numbers of the markers in a row of the screen. */
export const markersIn = (row: string): number[] =>
	[...row.matchAll(/m(\d{8})/g)].map(match => Number(match[1]));
