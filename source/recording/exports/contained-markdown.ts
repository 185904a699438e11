const fenceLine = /^( {0,3})(`{3,}|~{3,})(.*)$/;

/** Headings that the export itself writes, or that would look like them: of the first two levels, also those that are underlined. */
const heading = /^ {0,3}#{1,2}(?=[ \t]|$)/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
const rule = /^ {0,3}-{3,}[ \t]*$/;

type Fence = {readonly sign: string; readonly length: number};

/**
 * Markdown that cannot reach beyond its end or be taken for another turn: an open fence is closed, and what would be a heading of the first two
 * levels outside of code is escaped. An answer that was cut off in a code block else swallows the turns after it.
 */
export function containedMarkdown(text: string): string {
	let fence: Fence | null = null;
	let hasText = false;
	const lines = text.split('\n').map(line => {
		const [, , run = '', rest = ''] = fenceLine.exec(line) ?? [];
		if (fence !== null) {
			fence = closes(fence, run, rest) ? null : fence;
			hasText = false;
			return line;
		}

		if (run !== '' && !(run.startsWith('`') && rest.includes('`'))) {
			fence = {sign: run.charAt(0), length: run.length};
			return line;
		}

		const isUnderline = hasText && underline.test(line);
		// An escaped underline is text, which the next line could underline.
		hasText = line.trim() !== '' && (isUnderline || !rule.test(line));
		return heading.test(line) || isUnderline ? line.replace(/[#=-]/, '\\$&') : line;
	});
	const open = fence as Fence | null;
	return open === null ? lines.join('\n') : `${lines.join('\n')}\n${open.sign.repeat(open.length)}`;
}

function closes({sign, length}: Fence, run: string, rest: string): boolean {
	return run.startsWith(sign) && run.length >= length && rest.trim() === '';
}
