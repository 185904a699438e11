import type {ScenarioFile} from '../../demo/scenario-files/scenario-file.js';
import type {DrillCase} from '../../drill/drill-case.js';

/** The case that a scenario file is: it plays, and its `expect` says what a good client does. */
export function caseOfScenario({name, summary, expects: {reason, ...expects}}: ScenarioFile): DrillCase {
	return {
		name,
		summary,
		faults: '',
		expects: {...expects, ...(reason === undefined ? {} : {reason: anyOf(reason)})},
	};
}

/** Matches any of the words that are separated by bars, in upper or lower case. */
function anyOf(words: string): RegExp {
	const escaped = words
		.split('|')
		.map(word => word.replaceAll(/[.*+?^${}()[\]\\]/g, '\\$&'))
		.filter(word => word !== '');
	return new RegExp(escaped.join('|'), 'i');
}
