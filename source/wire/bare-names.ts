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
	let unfinished = '';
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
			const bare = takeLine(withoutMark(unfinished + text.slice(start, match.index)));
			start = lineEnd.lastIndex;
			unfinished = '';
			if (bare !== null) {
				found.push({name: bare, end: start});
			}
		}

		endsWithReturn = text === '' ? endsWithReturn : text.endsWith('\r');
		unfinished = beginningOf(unfinished + text.slice(start));
		return found;
	};
}

/** What must be kept of a line that is not complete yet: all of a name, and of anything else only what it is. */
function beginningOf(line: string): string {
	return withoutMark(line).startsWith('event:') ? line : line.slice(0, enoughOfLine);
}

function withoutMark(line: string): string {
	return line.startsWith('\uFEFF') ? line.slice(1) : line;
}
