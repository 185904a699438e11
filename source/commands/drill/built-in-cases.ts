import {readScenarioFile} from '../../demo/scenario-files/read-scenario-file.js';
import type {ScenarioFile} from '../../demo/scenario-files/scenario-file.js';
import {caseFiles} from '../../drill/case-files.js';
import {unknownCase} from './choose-cases.js';

/** The built-in cases in the order in which they run. Throws if one is not right, which is a mistake in its file. */
export function builtInCases(): readonly ScenarioFile[] {
	return caseFiles.map(([name, text]) => {
		const read = readScenarioFile(text, name);
		if ('problems' in read) {
			const [{line, problem}] = read.problems;
			throw new Error(`${name}.scenario:${line}: ${problem}`);
		}

		return read.scenario;
	});
}

/** The same as `serve` plays them: `drill-reset` is the case `reset`. Some cases have the name of a scenario that it plays besides. */
export function servedCases(): readonly ScenarioFile[] {
	return builtInCases().map(file => ({...file, name: `drill-${file.name}`}));
}

/** One of them. Throws a `UsageError` if there is none of that name. */
export function servedCase(name: string): ScenarioFile {
	const cases = servedCases();
	const found = cases.find(file => file.name === name);
	if (found === undefined) {
		throw unknownCase(name, cases);
	}

	return found;
}
