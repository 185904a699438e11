import {createHash} from 'node:crypto';

/**
 * A seeded random source. The same parts always give the same sequence, so everything planned with it repeats exactly.
 */
export type Random = {
	/** A number in [0, 1). */
	readonly next: () => number;
	/** An integer from `min` to `max`, both included. */
	readonly integer: (min: number, max: number) => number;
	readonly pick: <T>(items: readonly [T, ...T[]]) => T;
	readonly chance: (probability: number) => boolean;
};

/** Seeds a generator (sfc32) with a hash of the parts. */
export function createRandom(...parts: ReadonlyArray<string | number>): Random {
	const digest = createHash('sha256').update(parts.join('\0')).digest();
	let a = digest.readUInt32LE(0);
	let b = digest.readUInt32LE(4);
	let c = digest.readUInt32LE(8);
	let counter = 1;

	const next = () => {
		const sum = (a + b + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 2 ** 32;
	};

	const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
	return {
		next,
		integer,
		pick: items => items[integer(0, items.length - 1)] ?? items[0],
		chance: probability => next() < probability,
	};
}
