/** An `event:` line without data. `end` is the offset behind the blank line that follows it. */
export type BareName = {readonly name: string; readonly end: number};

const lineEnd = /\r\n|\n|\r/g;

/** The start of a line that is long enough to tell what the line is. */
const enoughOfLine = 8;

/**
 * Creates a function that finds the names in the next piece of a body that were left without data: an `event:` line, then a blank line, and no
 * `data:` line between them. A parser that follows the standard emits nothing for them. Pieces may end anywhere.
 */
export function createBareNameFinder(): (text: string) => readonly BareName[] {
	let name: string | null = null;
	let hasData = false;
	/** The start of a line that has not ended, and what else has come of it if it is a name. */
	let unfinished = '';
	let rest: string[] = [];
	let endsWithReturn = false;

	const takeLine = (line: string): string | null => {
		if (line === '') {
			const bare = hasData ? null : name;
			name = null;
			hasData = false;
			return bare;
		}

		hasData ||= line === 'data' || line.startsWith('data:');
		if (line.startsWith('event:')) {
			name = line.slice(line[6] === ' ' ? 7 : 6) || null;
		}

		return null;
	};

	return text => {
		const found: BareName[] = [];
		let start = endsWithReturn && text.startsWith('\n') ? 1 : 0;
		lineEnd.lastIndex = start;
		for (let match = lineEnd.exec(text); match !== null; match = lineEnd.exec(text)) {
			const bare = takeLine(withoutMark(unfinished + rest.join('') + text.slice(start, match.index)));
			start = lineEnd.lastIndex;
			unfinished = '';
			rest = [];
			if (bare !== null) {
				found.push({name: bare, end: start});
			}
		}

		endsWithReturn = text === '' ? endsWithReturn : text.endsWith('\r');
		const missing = enoughOfLine - unfinished.length;
		unfinished += text.slice(start, start + missing);
		if (text.length > start + missing && withoutMark(unfinished).startsWith('event:')) {
			rest.push(text.slice(start + missing));
		}

		return found;
	};
}

function withoutMark(line: string): string {
	return line.startsWith('\uFEFF') ? line.slice(1) : line;
}
