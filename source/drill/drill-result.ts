import type {Judgement, Level} from './judgement.js';

/** What a client did in one case. */
export type CaseResult = {
	readonly name: string;
	readonly summary: string;
	readonly level: Level;
	readonly judgements: readonly Judgement[];
	/** In milliseconds. */
	readonly duration: number;
	readonly requests: number;
};

/** A whole drill of one client: the JSON that `drill --json` prints. */
export type DrillResult = {
	readonly type: 'drill';
	readonly version: 1;
	/** The client's name: `--name`, or its command. */
	readonly client: string;
	readonly seed: number;
	readonly cases: readonly CaseResult[];
};

export const levelSigns: Readonly<Record<Level, string>> = {good: '✓', weak: '!', bad: '✗'};

export function countLevel({cases}: DrillResult, level: Level): number {
	return cases.filter(result => result.level === level).length;
}
