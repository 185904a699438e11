/** In milliseconds: after this long, the user wants to know what the program waits for. */
const patience = 1000;

/** Passes on a source and calls `onSilence` once if it is open but brings nothing for a second. */
export async function* watchSilence(
	input: AsyncIterable<Uint8Array>,
	onSilence: () => void,
): AsyncGenerator<Uint8Array> {
	let timer: NodeJS.Timeout | null = setTimeout(onSilence, patience);
	try {
		for await (const piece of input) {
			if (timer !== null) {
				clearTimeout(timer);
				timer = null;
			}

			yield piece;
		}
	} finally {
		if (timer !== null) {
			clearTimeout(timer);
		}
	}
}
