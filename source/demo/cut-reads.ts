import {Buffer} from 'node:buffer';
import type {Random} from './random.js';

/** Events that are sent together, and the delay before them in milliseconds. */
export type PlannedRead = {readonly delayMs: number; readonly text: string};

/** Bytes that are written together, and the delay before them in milliseconds. */
export type StreamStep = {readonly delayMs: number; readonly bytes: Uint8Array};

type CutOptions = {readonly cutsCharacters: boolean; readonly random: Random};

/** Turns reads into bytes. Some end inside an event: the first one often inside a field name, and on request others inside a character. */
export function cutReads(reads: readonly PlannedRead[], {cutsCharacters, random}: CutOptions): StreamStep[] {
	return reads.flatMap(({delayMs, text}, index) => {
		const bytes = Buffer.from(text);
		const at =
			index === 0 ? cutInFieldName(text, random) : cutsCharacters ? cutInCharacter(bytes, random) : 0;
		return at === 0
			? [{delayMs, bytes}]
			: [
					{delayMs, bytes: bytes.subarray(0, at)},
					{delayMs: random.integer(3, 9), bytes: bytes.subarray(at)},
				];
	});
}

/** `event: message_start⏎d`, then `ata: {…`. */
function cutInFieldName(text: string, random: Random): number {
	return random.chance(0.7) ? text.indexOf('\n') + 2 : 0;
}

function cutInCharacter(bytes: Buffer, random: Random): number {
	// A byte 10xxxxxx continues a character, so a cut before it falls inside one.
	const inside = [...bytes.keys()].filter(index => ((bytes[index] ?? 0) & 0xc0) === 0x80);
	return inside.length > 0 && random.chance(0.5) ? (inside[random.integer(0, inside.length - 1)] ?? 0) : 0;
}
