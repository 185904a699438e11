/** The name that shares most letters with what was typed, `null` when none shares more than half of them. */
export function nearestCommand(typed: string, names: readonly string[]): string | null {
	const [nearest] = names
		.map(name => ({name, likeness: likeness(typed.toLowerCase(), name)}))
		.sort((a, b) => b.likeness - a.likeness);
	return nearest !== undefined && nearest.likeness > 0.5 ? nearest.name : null;
}

/** The share of letters that two words have in common, 0 to 1, wherever they stand in them: a slip mostly swaps or drops some. */
function likeness(typed: string, name: string): number {
	const left = [...name];
	let shared = 0;
	for (const letter of typed) {
		const found = left.indexOf(letter);
		if (found !== -1) {
			left.splice(found, 1);
			shared++;
		}
	}

	return (2 * shared) / (typed.length + name.length);
}
