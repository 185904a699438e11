import type {Token, Tokenizer, Tokens} from 'marked';
import {splitRow} from './split-row.js';

/**
 * Reads the table at the start of `source`. `marked` drops the cells of a row beyond its header. Here they are kept, so a row may be
 * longer than the header. `inline` reads the text of a cell.
 */
export function readTable(
	source: string,
	{block, other}: Tokenizer['rules'],
	inline: (text: string) => Token[],
): Tokens.Table | undefined {
	const match = block.table.exec(source);
	const delimiter = match?.[2] ?? '';
	if (match === null || !other.tableDelimiter.test(delimiter)) {
		return undefined;
	}

	const header = splitRow(match[1] ?? '');
	const aligns = delimiter
		.replace(/^\s*\||\|\s*$/g, '')
		.split('|')
		.map(alignment);
	if (header.length !== aligns.length) {
		return undefined;
	}

	const rows = (match[3] ?? '')
		.split('\n')
		.filter(row => row.trim() !== '')
		.map(splitRow);
	const cell = (text: string, column: number): Tokens.TableCell => ({
		text,
		tokens: inline(text),
		header: false,
		align: aligns[column] ?? null,
	});
	return {
		type: 'table',
		raw: match[0].replace(/\n+$/, ''),
		align: aligns,
		header: header.map((text, column) => ({...cell(text, column), header: true})),
		rows: rows.map(row => row.map(cell)),
	};
}

function alignment(column: string): Tokens.Table['align'][number] {
	const text = column.trim();
	const isRight = text.endsWith(':');
	return text.startsWith(':') ? (isRight ? 'center' : 'left') : isRight ? 'right' : null;
}
