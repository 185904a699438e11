/** A paragraph ends after this many deltas, about 500 characters, so that the text is laid out like a real answer. */
const paragraph = 50;

/** A word that occurs in only one delta. */
export const markerName = (number: number): string => `m${String(number).padStart(8, '0')}`;

/** The text of a delta: ten characters, the usual length of one. */
export const markerText = (number: number): string =>
	markerName(number) + (number % paragraph === paragraph - 1 ? '.\n\n' : ' ');

/** The numbers of the markers in a row of the screen. */
export const markersIn = (row: string): number[] =>
	[...row.matchAll(/m(\d{8})/g)].map(match => Number(match[1]));
