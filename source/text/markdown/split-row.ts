/**
 * The cells of a table's row. Unlike in GitHub's Markdown, a pipe inside backticks does not end a cell, because models rarely escape it there:
 * `string | null` is one cell. `\|` is a pipe everywhere.
 */
export function splitRow(row: string): readonly string[] {
	const cells: string[] = [];
	let cell = '';
	for (let at = 0; at < row.length; ) {
		const character = row.charAt(at);
		if (character === '`') {
			const end = endOfCode(row, at);
			cell += row.slice(at, end).replaceAll('\\|', '|');
			at = end;
		} else if (character === '\\') {
			cell += row.charAt(at + 1) === '|' ? '|' : row.slice(at, at + 2);
			at += 2;
		} else if (character === '|') {
			cells.push(cell);
			cell = '';
			at++;
		} else {
			cell += character;
			at++;
		}
	}

	cells.push(cell);
	// Pipes around the row are optional.
	const from = cells[0]?.trim() === '' ? 1 : 0;
	const to = cells.length > 1 && cells.at(-1)?.trim() === '' ? cells.length - 1 : cells.length;
	return cells.slice(from, Math.max(from, to)).map(text => text.trim());
}

/** The end of the inline code at `start`, or of its backticks if no others close them. */
function endOfCode(row: string, start: number): number {
	const [ticks = ''] = /^`+/.exec(row.slice(start)) ?? [];
	const opened = start + ticks.length;
	for (const match of row.slice(opened).matchAll(/`+/g)) {
		if (match[0].length === ticks.length) {
			return opened + match.index + ticks.length;
		}
	}

	return opened;
}
