// Asks the terminal how wide it draws what terminals disagree on.

import {type ClusterKind, clusterKinds, type OddClusters} from './odd-clusters.js';

const samples: Readonly<Record<ClusterKind | 'ambiguous', {readonly text: string; readonly cells: number}>> =
	{
		family: {text: '👨‍👩‍👧', cells: 2},
		'skin tone': {text: '👍🏽', cells: 2},
		flag: {text: '🇩🇪', cells: 2},
		'emoji style': {text: '❤️', cells: 2},
		keycap: {text: '1️⃣', cells: 2},
		ambiguous: {text: '─', cells: 1},
	};

const kinds = [...clusterKinds, 'ambiguous'] as const;

/**
 * Mode 2027: the terminal draws a grapheme cluster as one character. Terminals that know it usually have it on.
 *
 * @see https://github.com/contour-terminal/terminal-unicode-core
 */
export const graphemesOn = '\u001B[?2027h';
export const graphemesOff = '\u001B[?2027l';

/**
 * Asks for mode 2027 (DECRQM), switches it on, draws each sample at the start of the row, asks where the cursor is (CPR), and erases the row.
 * All is concealed: some terminals print the last letter of a question that they do not know.
 */
export const widthQuery = `\u001B[8m\u001B[?2027$p${graphemesOn}${kinds.map(kind => `\r${samples[kind].text}\u001B[6n`).join('')}\r\u001B[m\u001B[K`;

const modeReply = /\u001B\[\?2027;(\d)\$y/;
const positionReply = /\u001B\[\d+;(\d+)R/g;

/** What the terminal has answered. */
export type WidthReplies = {
	readonly odd: OddClusters;
	/** Whether mode 2027 was off and can be switched on. */
	readonly canSwitchGraphemes: boolean;
	/** The input without the replies. */
	readonly rest: string;
};

/** Reads the replies. A terminal that has not answered for each sample is trusted, and so is one with mode 2027 for clusters. */
export function readWidthReplies(input: string): WidthReplies {
	const mode = modeReply.exec(input)?.[1];
	const columns = [...input.matchAll(positionReply)].map(reply => Number(reply[1]));
	const isOdd = columns.length === kinds.length ? oddIn(columns) : () => false;
	const hasGraphemes = mode === '1' || mode === '3';
	return {
		odd: new Set(kinds.filter((kind, index) => isOdd(index) && (kind === 'ambiguous' || !hasGraphemes))),
		canSwitchGraphemes: mode === '2',
		rest: input.replace(modeReply, '').replace(positionReply, ''),
	};
}

/** Tells of the sample at an index whether the cursor was elsewhere than after its cells. */
function oddIn(columns: readonly number[]): (index: number) => boolean {
	return index => {
		const kind = kinds[index];
		return kind !== undefined && columns[index] !== samples[kind].cells + 1;
	};
}
