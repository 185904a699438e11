// Terminals disagree on how many cells an emoji of several code points takes. Rows are measured as modern terminals draw them (Unicode's
// grapheme clusters, two cells each). Where a terminal adds up code points instead, as xterm does, such a cluster is drawn as a shorter one that
// takes the same cells everywhere, so that columns and edges stay where they were measured.

import {drawAmbiguousSigns} from './ambiguous-signs.js';
import {textWidth} from './text-width.js';

/** The kinds of cluster that terminals disagree on. */
export const clusterKinds = ['family', 'skin tone', 'flag', 'emoji style', 'keycap'] as const;
export type ClusterKind = (typeof clusterKinds)[number];

/** The kinds that a terminal does not draw in two cells, and `ambiguous` if it draws the signs in two cells that should take one. */
export type OddClusters = ReadonlySet<ClusterKind | 'ambiguous'>;

/** `auto` asks the terminal, `grapheme` trusts it with every cluster, `wcwidth` with none, and `cjk` with no ambiguous sign either. */
export const widthModels = ['auto', 'grapheme', 'wcwidth', 'cjk'] as const;
export type WidthModel = (typeof widthModels)[number];

const segmenter = new Intl.Segmenter();
const suspect = /[\u200D\uFE0F\u20E3\p{Regional_Indicator}\p{Emoji_Modifier}\u{E0020}-\u{E007F}]/u;
const firstFlagLetter = 0x1_f1_e6;

/** Replaces the odd clusters in sanitised or painted text by others of the same width in every terminal. */
export function drawOddClusters(text: string, odd: OddClusters): string {
	if (odd.size === 0) {
		return text;
	}

	const narrowed = odd.has('ambiguous') ? drawAmbiguousSigns(text) : text;
	return suspect.test(narrowed) ? drawClusters(narrowed, odd) : narrowed;
}

function drawClusters(text: string, odd: OddClusters): string {
	let drawn = '';
	for (const {segment: cluster} of segmenter.segment(text)) {
		const kind = kindOf(cluster);
		drawn += kind !== null && odd.has(kind) ? plainForm(cluster, kind) : cluster;
	}

	return drawn;
}

/** The kind of one grapheme cluster, or `null` if terminals agree on it. */
function kindOf(cluster: string): ClusterKind | null {
	if (!suspect.test(cluster)) {
		return null;
	}

	if (/^\p{Regional_Indicator}{2}$/u.test(cluster)) {
		return 'flag';
	}

	if (/^[\d#*]\uFE0F?\u20E3/.test(cluster)) {
		return 'keycap';
	}

	if (!/^\p{Extended_Pictographic}/u.test(cluster)) {
		return null;
	}

	if (/[\u200D\u{E0020}-\u{E007F}]/u.test(cluster)) {
		return 'family';
	}

	if (/.\p{Emoji_Modifier}/u.test(cluster)) {
		return 'skin tone';
	}

	return cluster.includes('\uFE0F') ? 'emoji style' : null;
}

/** A flag becomes its two letters, and every other cluster its first character. */
function plainForm(cluster: string, kind: ClusterKind): string {
	const characters = [...cluster];
	const plain =
		kind === 'flag'
			? characters
					.map(letter => String.fromCodePoint(65 + (letter.codePointAt(0) ?? 0) - firstFlagLetter))
					.join('')
			: (characters[0] ?? '');
	return plain + ' '.repeat(Math.max(0, textWidth(cluster) - textWidth(plain)));
}
