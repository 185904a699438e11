import path from 'node:path';
import type {ScenarioFile} from '../demo/scenario-files/scenario-file.js';
import {isCaseName, isScenarioPath} from './scenario-extensions.js';

export type ScenarioChoice = {
	readonly scenario: string;
	readonly scenarioFiles: readonly ScenarioFile[];
	/** The absolute path of the file or folder that has them. */
	readonly file?: string;
};

/** What `--demo` chose: a scenario of the program, a case of `drill`, or a file. Throws a `UsageError` if there is no such case or the file is not right. */
export async function readScenarioChoice(word: string): Promise<ScenarioChoice> {
	if (isCaseName(word)) {
		const {servedCase} = await import('./drill/built-in-cases.js');
		return {scenario: word, scenarioFiles: [servedCase(word)]};
	}

	if (!isScenarioPath(word)) {
		return {scenario: word, scenarioFiles: []};
	}

	return readScenarios(word);
}

/** The scenarios of a file or folder. Throws a `UsageError` if one is not right. */
export async function readScenarios(file: string): Promise<ScenarioChoice> {
	// Few starts need it.
	const {requireScenarios} = await import('./scenario-paths.js');
	const scenarioFiles = requireScenarios([file]);
	return {scenario: scenarioFiles[0]?.name ?? 'chat', scenarioFiles, file: path.resolve(file)};
}
