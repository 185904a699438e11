/** A word of a scenario file with its value: text, or what JSON has in its place. */
export type ScenarioLine = {
	readonly word: string;
	readonly value: unknown;
	/** Counts from 1. */
	readonly line: number;
};

/** What is wrong in a line, and what would be right. */
export type ScenarioProblem = {readonly line: number; readonly problem: string};

export type ScenarioLines = {
	readonly lines: readonly ScenarioLine[];
	readonly problems: readonly ScenarioProblem[];
};
