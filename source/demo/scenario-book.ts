import {nearestName} from '../text/nearest-name.js';
import type {Scenario} from './answer.js';
import {playScenarioFile} from './scenario-files/play-scenario-file.js';
import type {ScenarioFile} from './scenario-files/scenario-file.js';
import {demoScenarios} from './scenario-names.js';
import {scenarios} from './scenarios/scenarios.js';

export type ListedScenario = {readonly name: string; readonly summary: string};

/** What a server can play, by name: the scenarios of the program, and those that were read from files. */
export type ScenarioBook = {
	/** Those from files first. */
	readonly list: readonly ListedScenario[];
	find(name: string): Scenario | null;
	has(name: string): boolean;
	/** What to say about a name that is not in the book. */
	unknown(name: string): string;
};

/** A file in place of a scenario of the program that has the same name is played; see `takenNames`. */
export function createScenarioBook(files: readonly ScenarioFile[]): ScenarioBook {
	const known = new Map<string, Scenario>(Object.entries(scenarios));
	for (const file of files) {
		known.set(file.name, playScenarioFile(file));
	}

	const list = [...files.map(({name, summary}) => ({name, summary})), ...demoScenarios];
	return {
		list,
		find: name => known.get(name) ?? null,
		has: name => known.has(name),
		unknown(name) {
			const nearest = nearestName(
				name,
				list.map(scenario => scenario.name),
			);
			return `There is no scenario "${name}".${nearest === null ? '' : ` Did you mean ${nearest}?`}`;
		},
	};
}
