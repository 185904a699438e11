import type {GrowingInput, GrowingPiece} from '../../recording/growing/growing-input.js';

/** A piped source: whole, because it was there at once as from a file, or still growing. */
export type PipedSource =
	| {readonly kind: 'whole'; readonly pieces: readonly Uint8Array[]}
	| {readonly kind: 'growing'; readonly input: GrowingInput};

/** In milliseconds after the first byte: a file in a pipe has ended by then, unless it is long. */
const patience = 80;

/** In bytes within that time: only a file comes so fast. */
const fileSpeed = 2 ** 20;

/** Waits for the first bytes of a pipe, and finds out whether more of them will take their time. `now` is in milliseconds since the program began. */
export async function openPipe(
	stdin: AsyncIterable<Uint8Array>,
	now: () => number = () => performance.now(),
): Promise<PipedSource> {
	const pieces = arriving(stdin, now)[Symbol.asyncIterator]();
	const held: Array<Extract<GrowingPiece, {kind: 'bytes'}>> = [];
	const next = async () => {
		const {done, value} = await pieces.next();
		return done ? null : value;
	};

	let coming = next();
	let since = now();
	let length = 0;
	for (;;) {
		const rest = held.length === 0 ? Number.POSITIVE_INFINITY : patience - (now() - since);
		const piece = await within(coming, rest);
		if (piece === null) {
			return {kind: 'whole', pieces: held.map(({bytes}) => bytes)};
		}

		if (piece !== 'late') {
			since = held.length === 0 ? now() : since;
			held.push(piece);
			length += piece.bytes.length;
			coming = next();
		}

		if (now() - since >= patience) {
			if (length < fileSpeed) {
				return {kind: 'growing', input: resumed(held, coming, next)};
			}

			since = now();
			length = 0;
		}
	}
}

async function* arriving(stdin: AsyncIterable<Uint8Array>, now: () => number) {
	for await (const bytes of stdin) {
		yield {kind: 'bytes', bytes, at: now()} as const;
	}
}

/** What came so far, then what is awaited, then the rest. */
async function* resumed(
	held: readonly GrowingPiece[],
	coming: Promise<GrowingPiece | null>,
	next: () => Promise<GrowingPiece | null>,
): GrowingInput {
	yield* held;
	for (let piece = await coming; piece !== null; piece = await next()) {
		yield piece;
	}
}

/** The value of a promise, or `late` if it takes longer than `ms`. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | 'late'> {
	if (ms === Number.POSITIVE_INFINITY) {
		return promise;
	}

	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<'late'>(resolve => {
		timer = setTimeout(() => resolve('late'), Math.max(0, ms));
	});
	try {
		return await Promise.race([promise, late]);
	} finally {
		clearTimeout(timer);
	}
}
