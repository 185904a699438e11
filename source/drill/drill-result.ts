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
	/** The ends of what it printed, unless it did well. */
	readonly output?: ClientOutput;
};

export type ClientOutput = {readonly stdout: string; readonly stderr: string};

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

/** What a client printed, as lines that begin with where: `out` or `err`. */
export function outputLines({stdout, stderr}: ClientOutput): readonly string[] {
	return Object.entries({out: stdout, err: stderr}).flatMap(([where, text]) =>
		text
			.trimEnd()
			.split('\n')
			.filter(line => line !== '')
			.map(line => `${where} ${line}`),
	);
}

export function countLevel({cases}: DrillResult, level: Level): number {
	return cases.filter(result => result.level === level).length;
}
