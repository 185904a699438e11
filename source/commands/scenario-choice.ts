import type {ScenarioFile} from '../demo/scenario-files/scenario-file.js';
import {isScenarioPath} from './scenario-extensions.js';

export type ScenarioChoice = {readonly scenario: string; readonly scenarioFiles: readonly ScenarioFile[]};

/** What `--demo` chose: a scenario of the program, or of a file. Throws a `UsageError` if the file is not right. */
export async function readScenarioChoice(word: string): Promise<ScenarioChoice> {
	if (!isScenarioPath(word)) {
		return {scenario: word, scenarioFiles: []};
	}

	// Few starts need it.
	const {requireScenarios} = await import('./scenario-paths.js');
	const scenarioFiles = requireScenarios([word]);
	return {scenario: scenarioFiles[0]?.name ?? 'chat', scenarioFiles};
}
