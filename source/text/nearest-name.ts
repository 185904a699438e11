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

/** The number of letters to add, remove or replace (Levenshtein distance). */
function editDistance(from: string, to: string): number {
	const letters = [...to];
	let row = [0, ...letters.map((_, index) => index + 1)];
	for (const [line, letter] of [...from].entries()) {
		const next = [line + 1];
		for (const [column, other] of letters.entries()) {
			const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
			next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
		}

		row = next;
	}

	return row.at(-1) ?? 0;
}
