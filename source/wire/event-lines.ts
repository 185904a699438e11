import {createSseParser} from './parse-sse.js';

/** The number of the line, from 1, at which each event of a body begins. */
export function eventLines(body: string): readonly number[] {
	const lines: number[] = [];
	let line = 0;
	let first: number | null = null;
	const parser = createSseParser(() => lines.push(first ?? line));
	for (const text of body.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? []) {
		line++;
		const isBlank = /^[\r\n]/.test(text);
		first ??= isBlank ? null : line;
		parser.feed(text);
		first = isBlank ? null : first;
	}

	parser.end();
	return lines;
}
