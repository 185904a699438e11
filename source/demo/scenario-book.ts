import {nearestName} from '../text/nearest-name.js';
import type {Scenario} from './answer.js';
import {playScenarioFile} from './scenario-files/play-scenario-file.js';
import type {ScenarioFile} from './scenario-files/scenario-file.js';
import {type ListedScenario, listScenarios} from './scenario-names.js';
import {scenarios} from './scenarios/scenarios.js';

/** What a server can play, by name: the scenarios of the program, those that were read from files, and the cases of `drill`. */
export type ScenarioBook = {
	/** Those from files first, without the cases. */
	readonly list: readonly ListedScenario[];
	readonly cases: readonly ListedScenario[];
	find(name: string): Scenario | null;
	has(name: string): boolean;
	/** What to say about a name that is not in the book. */
	unknown(name: string): string;
};

/** A file is played in place of a scenario of the program, or of a case, that has the same name. */
export function createScenarioBook(
	files: readonly ScenarioFile[],
	cases: readonly ScenarioFile[] = [],
): ScenarioBook {
	const known = new Map<string, Scenario>(Object.entries(scenarios));
	for (const file of [...cases, ...files]) {
		known.set(file.name, playScenarioFile(file));
	}

	return {
		list: listScenarios(files),
		cases: cases
			.filter(({name}) => !files.some(file => file.name === name))
			.map(({name, summary}) => ({name, summary})),
		find: name => known.get(name) ?? null,
		has: name => known.has(name),
		unknown(name) {
			const nearest = nearestName(name, [...known.keys()]);
			return `There is no scenario "${name}".${nearest === null ? '' : ` Did you mean ${nearest}?`}`;
		},
	};
}
