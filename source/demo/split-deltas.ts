import type {Quantiles} from './quantiles.js';
import {sampleQuantiles} from './quantiles.js';
import type {Random} from './random.js';
import {tokenize} from './tokens.js';

type DeltaKind = 'text' | 'thinking' | 'json';

/** Characters per delta, measured on real streams: p50, p90, p99 and the maximum. */
const sizes: Record<DeltaKind, Quantiles> = {
	text: [
		[0, 1],
		[0.5, 9],
		[0.9, 28],
		[0.99, 91],
		[1, 197],
	],
	thinking: [
		[0, 1],
		[0.5, 9],
		[0.9, 25],
		[0.99, 86],
		[1, 258],
	],
	json: [
		[0, 1],
		[0.5, 6],
		[0.9, 11],
		[0.99, 12],
		[1, 13],
	],
};

/** Cuts a text into the pieces of its deltas: whole tokens, about as many per delta as in real streams. Tool JSON begins with an empty piece. */
export function splitDeltas(text: string, kind: DeltaKind, random: Random): string[] {
	const pieces: string[] = kind === 'json' ? [''] : [];
	let piece = '';
	// The first delta of a block is usually one token.
	let size = 1;
	for (const token of tokenize(text)) {
		// Stops at half a token below the drawn size, so that the error is at most half a token either way.
		if (piece !== '' && piece.length + token.length / 2 > size) {
			pieces.push(piece);
			piece = '';
			size = sampleQuantiles(sizes[kind], random);
		}

		piece += token;
	}

	return piece === '' ? pieces : [...pieces, piece];
}

/** Cuts a text into pieces of equal length, or not at all if the length is infinite. */
export function splitEvenly(text: string, length: number): string[] {
	if (length === Number.POSITIVE_INFINITY) {
		return text === '' ? [] : [text];
	}

	return text.match(new RegExp(`.{1,${length}}`, 'gsu')) ?? [];
}
