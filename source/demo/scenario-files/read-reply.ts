import {type LineReading, onlyLine} from './line-reading.js';
import {readSteps} from './read-steps.js';
import {
	readDeltas,
	readError,
	readFaults,
	readPace,
	readRefusal,
	readStop,
	readTime,
	readUsage,
	type ValueReader,
} from './read-values.js';
import type {Reply} from './scenario-file.js';
import type {ScenarioLine} from './scenario-line.js';
import {findScenarioWord} from './scenario-words.js';

/** A reply without what its `when` says. */
type Unconditional<T> = T extends unknown ? Omit<T, 'when' | 'line'> : never;

/** Reads the lines of a reply, or reports what is wrong with them. `null` if they are no reply. */
export function readReply(
	lines: readonly ScenarioLine[],
	start: number,
	reading: LineReading,
): Unconditional<Reply> | null {
	const {report} = reading;
	const setting = <T>(word: string, read: ValueReader<T>): T | null => {
		const line = onlyLine(lines, word, reading);
		return line === null ? null : reading.read(line, read);
	};
	const faults = setting('faults', readFaults) ?? [];
	const retryAfter = setting('retry-after', readTime);
	const responseMs = setting('headers', readTime);
	const steps = lines.filter(({word}) => findScenarioWord(word)?.place === 'step');
	if (lines.some(({word}) => word === 'refuse')) {
		const error = setting('refuse', readRefusal);
		const [besides] = lines.filter(({word}) => !['refuse', 'retry-after', 'faults'].includes(word));
		if (besides !== undefined) {
			report(besides.line, `A refusal has no ${besides.word}. Begin another reply with "when".`);
		}

		return (
			error && {kind: 'refusal', faults, error, retryAfter: retryAfter === null ? null : retryAfter / 1000}
		);
	}

	const retryLine = lines.find(({word}) => word === 'retry-after');
	if (retryLine !== undefined) {
		report(retryLine.line, 'retry-after goes with a refusal, as in "refuse: 529".');
	}

	if (steps.length === 0) {
		report(start, 'This reply sends nothing. Add a line such as "text: Hello" or "refuse: 529".');
	}

	const ending = onlyLine(steps, 'error', reading);
	const next = ending === null ? undefined : steps.find(({line}) => line > ending.line);
	if (next !== undefined) {
		report(
			next.line,
			`Nothing follows an error event, so ${next.word} is never sent. Put it before the error.`,
		);
	}

	return {
		kind: 'answer',
		faults,
		responseMs,
		pace: setting('pace', readPace),
		deltaLength: setting('deltas', readDeltas),
		stop: setting('stop', readStop),
		usage: setting('usage', readUsage),
		error: ending === null ? null : reading.read(ending, readError),
		steps: readSteps(steps, reading),
	};
}
