import {parseJson} from '../../wire/json.js';
import type {ScenarioLine, ScenarioLines, ScenarioProblem} from './scenario-line.js';
import {findScenarioWord} from './scenario-words.js';

type OpenLine = {readonly word: string; readonly line: number; readonly rows: string[]};

/**
 * Reads the text form: `word: value` on each line. Lines that begin with a space or a tab continue a value. Empty lines and lines that begin
 * with `#` mean nothing.
 */
export function readTextLines(text: string): ScenarioLines {
	const open: OpenLine[] = [];
	const problems: ScenarioProblem[] = [];
	for (const [index, row] of text.split(/\r\n|\n|\r/).entries()) {
		const line = index + 1;
		const last = open.at(-1);
		const [, word, value = ''] = /^([A-Za-z_][\w-]*)(?::(?:[ \t](.*))?)?[ \t]*$/.exec(row) ?? [];
		if (row.trim() === '') {
			last?.rows.push('');
		} else if (/^[ \t]/.test(row) && last !== undefined) {
			last.rows.push(row);
		} else if (word !== undefined) {
			open.push({word, line, rows: [value]});
		} else if (!row.startsWith('#')) {
			problems.push({
				line,
				problem: `A line is a word, a colon and a value, as in "text: Hello".${hint(row)}`,
			});
		}
	}

	return {lines: open.map(closeLine), problems};
}

/** What is wrong with a line that is almost right. */
function hint(row: string): string {
	const [, indent = '', word, gap = '', rest = ''] =
		/^([ \t]*)([A-Za-z_][\w-]*)([ \t]*):(.*)$/.exec(row) ?? [];
	if (word === undefined || findScenarioWord(word) === null) {
		return '';
	}

	return indent === '' && gap === '' && rest !== ''
		? ' A space stands behind the colon.'
		: ` Nothing stands before ${word}, and the colon right behind it.`;
}

function closeLine({word, line, rows: [first = '', ...rest]}: OpenLine): ScenarioLine {
	const rows = rest.slice(0, rest.findLastIndex(row => row !== '') + 1);
	const indents = rows.flatMap(row => (row === '' ? [] : [/^[ \t]*/.exec(row)?.[0].length ?? 0]));
	const indent = Math.min(...indents);
	const more = rows.map(row => row.slice(indent));
	const value = (first.trim() === '' && more.length > 0 ? more : [first, ...more]).join('\n').trimEnd();
	const quoted = value.startsWith('"') ? parseJson(value) : undefined;
	return {word, line, value: typeof quoted === 'string' ? quoted : value};
}
