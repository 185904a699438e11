import {type Row, type Segment, segment} from '../../text/segment.js';
import type {Screen} from '../screen/screen.js';
import {selector} from '../screen/selector.js';

/** The texts that a search looks for in the rows of the log and of the Event tab, in lower case. */
export const selectLitTexts: (screen: Screen) => readonly string[] = selector(
	({search}) => [search] as const,
	search =>
		(search?.alternatives.flat() ?? []).flatMap(({isNot, condition}) =>
			!isNot && 'pattern' in condition && condition.pattern.kind === 'words'
				? [condition.pattern.text.toLowerCase()]
				: [],
		),
);

/** Lights texts wherever they stand within one segment of a row, ignoring case. */
export function litRow(row: Row, texts: readonly string[]): Row {
	return texts.reduce((lit, text) => lit.flatMap(part => litSegment(part, text)), row);
}

function litSegment(part: Segment, text: string): readonly Segment[] {
	const lower = part.text.toLowerCase();
	// Some characters change their length in lower case.
	if (lower.length !== part.text.length || !lower.includes(text)) {
		return [part];
	}

	const parts: Segment[] = [];
	let from = 0;
	for (let at = lower.indexOf(text); at !== -1; at = lower.indexOf(text, from)) {
		if (at > from) {
			parts.push({...part, text: part.text.slice(from, at)});
		}

		from = at + text.length;
		parts.push(segment(part.text.slice(at, from), 'highlight'));
	}

	return from < part.text.length ? [...parts, {...part, text: part.text.slice(from)}] : parts;
}
