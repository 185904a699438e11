/** Finds the name that was probably meant: equal except for case and punctuation, or a few letters away. `null` if none is close. */
export function nearestName(name: string, known: readonly string[]): string | null {
	const meant = plain(name);
	const nearest = known
		.map(candidate => ({candidate, distance: editDistance(meant, plain(candidate))}))
		.sort((a, b) => a.distance - b.distance)[0];
	return nearest !== undefined && nearest.distance <= Math.max(1, Math.ceil(meant.length / 3))
		? nearest.candidate
		: null;
}

function plain(name: string): string {
	return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The number of letters to add, remove, replace, or swap with their neighbour (optimal string alignment). */
function editDistance(from: string, to: string): number {
	const typed = [...from];
	const letters = [...to];
	let above: readonly number[] = [];
	let row = [0, ...letters.map((_, index) => index + 1)];
	for (const [line, letter] of typed.entries()) {
		const next = [line + 1];
		for (const [column, other] of letters.entries()) {
			const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
			const isSwapped = letter === letters[column - 1] && typed[line - 1] === other;
			const swapped = isSwapped ? (above[column - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
			next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, swapped));
		}

		above = row;
		row = next;
	}

	return row.at(-1) ?? 0;
}
