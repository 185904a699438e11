import {paintRow} from '../../text/paint.js';
import {sanitize, sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';
import {wrapText} from '../../text/wrap-text.js';
import {lightHits} from '../conversation/find-hits.js';
import type {Size} from '../screen/layout.js';
import type {SessionPreview} from './session-list.js';

type Turn = SessionPreview['turns'][number];

/** Lines of a prompt and of an answer that a preview shows. */
const maxPrompt = 2;
const maxAnswer = 6;
/** More of a text is not looked at. */
const maxText = 20_000;

/** The turns of a session in styled lines, from the first one that contains a word of the search on. */
export function previewLines(
	turns: readonly Turn[],
	words: readonly string[],
	{width, height}: Size,
	theme: Theme,
): readonly string[] {
	const hit = turns.findIndex(turn => words.some(word => textOf(turn).includes(word)));
	const first = Math.max(0, hit);
	const skipped: readonly Row[] =
		first === 0 ? [] : [[segment(` … ${first} turn${first === 1 ? '' : 's'} before`, 'dim')]];
	const rows: Row[] = [...skipped];
	for (const turn of turns.slice(first)) {
		if (rows.length >= height) {
			break;
		}

		rows.push(...turnRows(turn, words, width));
	}

	return rows
		.slice(0, height)
		.map(row => paintRow(row, width, theme))
		.map(line =>
			words.reduce((lit, word) => lightHits(lit, word, part => theme.style(part, 'highlight')), line),
		);
}

function turnRows({prompt, answer}: Turn, words: readonly string[], width: number): readonly Row[] {
	const room = Math.max(1, width - 3);
	const asked = wrapText(sanitizeLine(prompt.slice(0, maxText)), room).lines.map(({text}) => text);
	const answered = wrapText(sanitize(answer.slice(0, maxText)).trim(), room)
		.lines.map(({text}) => text)
		.filter(text => text.trim() !== '');
	return [
		...(prompt === '' ? [] : asked.slice(0, maxPrompt)).map(
			(text): Row => [segment('▌ ', 'user'), segment(text)],
		),
		...aroundHit(answered, words).map((text): Row => [segment('  '), segment(text, 'dim')]),
		[],
	];
}

/** The lines around the first hit, or the first ones. */
function aroundHit(lines: readonly string[], words: readonly string[]): readonly string[] {
	const hit = lines.findIndex(line => words.some(word => line.toLowerCase().includes(word)));
	const start = hit < maxAnswer ? 0 : hit - 1;
	const shown = lines.slice(start, start + maxAnswer);
	return [...(start > 0 ? ['…'] : []), ...shown, ...(start + shown.length < lines.length ? ['…'] : [])];
}

function textOf({prompt, answer}: Turn): string {
	return `${prompt}\n${answer}`.toLowerCase();
}
