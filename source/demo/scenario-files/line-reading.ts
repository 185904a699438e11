import type {ValueReader} from './read-values.js';
import type {ScenarioLine, ScenarioProblem} from './scenario-line.js';

/** Reads a line's value, or reports what would be right and returns `null`. */
export type ReadLine = <T>(line: ScenarioLine, read: ValueReader<T>) => T | null;

/** What a reader of lines can do besides: report what is wrong in a line. */
export type LineReading = {readonly read: ReadLine; readonly report: (line: number, problem: string) => void};

export function createReading(problems: ScenarioProblem[]): LineReading {
	const report = (line: number, problem: string) => problems.push({line, problem});
	return {
		report,
		read(line, read) {
			const found = read(line.value);
			if ('value' in found) {
				return found.value;
			}

			// A list of faults says itself which of them is wrong.
			report(line.line, `${line.word}${/^[A-Z]/.test(found.problem) ? ':' : ''} ${withStop(found.problem)}`);
			return null;
		},
	};
}

function withStop(sentence: string): string {
	return /[.?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** The line with a word, or `null`. Reports the second one. */
export function onlyLine(
	lines: readonly ScenarioLine[],
	word: string,
	{report}: LineReading,
): ScenarioLine | null {
	const [first, second] = lines.filter(line => line.word === word);
	if (second !== undefined) {
		report(second.line, `${word} stands twice. Keep one of them.`);
	}

	return first ?? null;
}
