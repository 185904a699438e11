/**
 * In bytes: what a result may hold. The model pays for each token of it.
 *
 * @internal
 */
export const maxOutput = 100_000;

/** Output of which only the beginning is kept. */
export type CappedOutput = {
	add(bytes: Uint8Array): void;
	/** The text so far without the line feeds at its end, and how much was left out. */
	text(): string;
};

export function createCappedOutput(limit = maxOutput): CappedOutput {
	const kept: Uint8Array[] = [];
	let size = 0;
	let all = 0;
	return {
		add(bytes) {
			all += bytes.length;
			const taken = bytes.subarray(0, limit - size);
			size += taken.length;
			if (taken.length > 0) {
				kept.push(taken);
			}
		},
		text() {
			// Streaming leaves out a character that the limit cuts in half.
			const text = new TextDecoder()
				.decode(Buffer.concat(kept), {stream: all > size})
				.replace(/(?:\r?\n)+$/, '');
			return all > size
				? `${text}\n[${(all - size).toLocaleString('en-US')} more bytes were left out]`
				: text;
		},
	};
}
