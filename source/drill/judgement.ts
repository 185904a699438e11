import type {DrillCase} from './drill-case.js';
import type {Observation} from './observation.js';

/** `weak`: nothing is wrong, but a person would be better served otherwise. */
export type Level = 'good' | 'weak' | 'bad';

/** One thing that was seen of a client, in a few words that stand after its name: "hung", "kept 12 of 12 words". */
export type Judgement = {readonly level: Level; readonly words: string};

/** Judges one side of what a client did, or returns `null` if the case does not ask for it. */
export type Judge = (seen: Observation, drillCase: DrillCase) => Judgement | null;

const order: readonly Level[] = ['good', 'weak', 'bad'];

export function worstLevel(levels: readonly Level[]): Level {
	return levels.reduce<Level>(
		(worst, level) => (order.indexOf(level) > order.indexOf(worst) ? level : worst),
		'good',
	);
}
