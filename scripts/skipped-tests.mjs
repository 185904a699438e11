// The skip reason from test/helpers/needed-program.ts, for tests that need a program to be installed.

const needs = /^needs the program (?<name>\S+)$/;

/** The names of the programs that skipped tests need. `skipped` holds `{name, reason}`. */
export const missingPrograms = skipped => [
	...new Set(skipped.map(({reason}) => needs.exec(reason)?.groups.name).filter(name => name !== undefined)),
];

/** The last lines of a test run: the number of skipped tests for each reason, and how to enable them. */
export const skippedLines = skipped => {
	const counts = Map.groupBy(skipped, ({reason}) => reason);
	const lines = [...counts].map(([reason, {length}]) => `  ${length} × ${reason}`);
	const missing = missingPrograms(skipped);
	return [
		...(skipped.length === 0 ? ['No test was skipped.'] : [`Skipped tests: ${skipped.length}`, ...lines]),
		...(missing.length === 0 ? [] : [`To run them on Debian: apt-get install ${missing.join(' ')}`]),
	];
};
