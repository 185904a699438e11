// What test/helpers/needed-program.ts gives as the reason of a skip: the tests that an installation would bring back.

const needs = /^needs the program (?<name>\S+)$/;

/** The names of the programs that skipped tests need. `skipped` holds `{name, reason}`. */
export const missingPrograms = skipped => [
	...new Set(skipped.map(({reason}) => needs.exec(reason)?.groups.name).filter(name => name !== undefined)),
];

/** The last lines of a test run: how many tests were skipped for each reason, and how to have them run. */
export const skippedLines = skipped => {
	const counts = Map.groupBy(skipped, ({reason}) => reason);
	const lines = [...counts].map(([reason, {length}]) => `  ${length} × ${reason}`);
	const missing = missingPrograms(skipped);
	return [
		...(skipped.length === 0 ? ['No test was skipped.'] : [`Skipped tests: ${skipped.length}`, ...lines]),
		...(missing.length === 0 ? [] : [`To have them run, on Debian: apt-get install ${missing.join(' ')}`]),
	];
};
