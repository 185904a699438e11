/** Shorter strings are no secrets, and would tear holes into ordinary text. */
export const minSecret = 8;

export type TextRange = readonly [start: number, end: number];

/**
 * Where secrets stand in a text, in order and without overlaps. What may be the beginning of a secret at the very end counts, from eight
 * letters on: the text goes on elsewhere.
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

/** How many letters at the end of a text are the beginning of a secret. */
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
