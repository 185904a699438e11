/** Shorter strings are not secrets. Removing them would tear holes into ordinary text. */
export const minSecret = 8;

export type TextRange = readonly [start: number, end: number];

/**
 * Finds the secrets in a text, in order and without overlaps. At the very end of the text, the first eight or more characters of a secret also
 * count, because the rest may follow elsewhere.
 */
export function secretRanges(text: string, secrets: Iterable<string>): readonly TextRange[] {
	const found: TextRange[] = [];
	for (const secret of secrets) {
		if (secret.length < minSecret) {
			continue;
		}

		for (let start = text.indexOf(secret); start !== -1; start = text.indexOf(secret, start + 1)) {
			found.push([start, start + secret.length]);
		}

		const tail = tailLength(text, secret);
		if (tail > 0) {
			found.push([text.length - tail, text.length]);
		}
	}

	return found.length < 2 ? found : merged(found);
}

/** The number of characters at the end of a text that begin a secret. */
function tailLength(text: string, secret: string): number {
	const head = secret.slice(0, minSecret);
	const first = Math.max(0, text.length - secret.length + 1);
	for (let start = text.indexOf(head, first); start !== -1; start = text.indexOf(head, start + 1)) {
		if (secret.startsWith(text.slice(start))) {
			return text.length - start;
		}
	}

	return 0;
}

function merged(ranges: readonly TextRange[]): readonly TextRange[] {
	const result: TextRange[] = [];
	for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
		const last = result.at(-1);
		if (last !== undefined && start <= last[1]) {
			result[result.length - 1] = [last[0], Math.max(last[1], end)];
		} else {
			result.push([start, end]);
		}
	}

	return result;
}
