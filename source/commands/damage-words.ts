import type {Recording, SkippedLines} from '../recording/recording.js';

/** Describes the unusable lines of a file for a status line; `null` if there are none. */
export function damageWords({skipped, notes}: Pick<Recording, 'skipped' | 'notes'>): string | null {
	const [first] = skipped;
	if (first === undefined) {
		return notes[0] ?? null;
	}

	const count = skipped.reduce((sum, {line, last}) => sum + last - line + 1, 0);
	const lines = count === 1 ? '1 line was skipped' : `${count} lines were skipped`;
	return `${lines}: ${placeOf(first)} (${first.reason})${skipped.length > 1 ? ' and others' : ''}`;
}

function placeOf({line, last}: SkippedLines): string {
	return line === last ? `line ${line}` : `lines ${line} to ${last}`;
}
