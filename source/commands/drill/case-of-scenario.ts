import type {ScenarioFile} from '../../demo/scenario-files/scenario-file.js';
import type {DrillCase} from '../../drill/drill-case.js';

export type ScenarioCase = DrillCase & {
	/** What the server plays. */
	readonly scenario: ScenarioFile;
};

/** The case that a scenario file is: its `expect` says what a good client does. */
export function caseOfScenario(scenario: ScenarioFile): ScenarioCase {
	const {reasons, ...expects} = scenario.expects;
	return {
		scenario,
		name: scenario.name,
		summary: scenario.summary,
		expects: {...expects, ...(reasons === undefined ? {} : {reason: anyOf(reasons)})},
	};
}

/** Matches any of the words, in upper or lower case. */
function anyOf(words: readonly string[]): RegExp {
	return new RegExp(words.map(word => word.replaceAll(/[.*+?^${}()[\]\\]/g, '\\$&')).join('|'), 'i');
}
