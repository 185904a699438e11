/** A line or a sentence of Markdown as it is read aloud; `null` for one with nothing to say. `isInCode` tells whether code continues after it. */
export type SpokenPiece = {readonly text: string | null; readonly isInCode: boolean};

const fence = /^\s*(?:`{3,}|~{3,})\s*([^`\s]*)/;

/**
 * Returns Markdown without its signs, since a listener has no use for asterisks. Code is announced and read as it is. A piece may be part
 * of a paragraph, so what opens in it need not close in it.
 */
export function spokenMarkdown(piece: string, isInCode: boolean): SpokenPiece {
	const mark = fence.exec(piece);
	if (mark !== null) {
		const language = mark[1] ?? '';
		const opening = language === '' ? 'Code.' : `Code in ${language}.`;
		return {text: isInCode ? 'End of code.' : opening, isInCode: !isInCode};
	}

	if (isInCode) {
		return {text: piece, isInCode};
	}

	const text = withoutSigns(piece);
	return {text: text.trim() === '' ? null : text, isInCode};
}

function withoutSigns(line: string): string {
	// A cited text is often a block of its own, after a block with the list's sign.
	const isSign = /^\s*[-*+]\s*$/.test(line);
	if (isSign || /^\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$/.test(line) || /^\s*(?:[-*_]\s*){3,}$/.test(line)) {
		return '';
	}

	const cells = /^\s*\|(.*)\|\s*$/.exec(line);
	const words =
		cells === null
			? line
			: (cells[1] ?? '')
					.split('|')
					.map(cell => cell.trim())
					.join(', ');
	return words
		.replace(/^(?:\s*>)+\s?/, '')
		.replace(/^\s*#{1,6}\s+/, '')
		.replace(/^\s*[-*+]\s+\[ \]\s+/, 'To do: ')
		.replace(/^\s*[-*+]\s+\[[xX]\]\s+/, 'Done: ')
		.replace(/^\s*[-*+]\s+/, '')
		.replaceAll(/!?\[([^\]]+)\]\(([^)\s]+)[^)]*\)/g, (_, text: string, url: string) =>
			text === url ? url : `${text} (${url})`,
		)
		.replaceAll(/\*\*|~~|`+/g, '')
		.replaceAll(/(^|[\s(“"])(?:__?|\*)(?=[^\s*_])/g, '$1')
		.replaceAll(/(?<=[^\s*_])(?:__?|\*)(?=$|[\s.,;:!?)”"])/g, '');
}
