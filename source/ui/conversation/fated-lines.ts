import {stripVTControlCharacters} from 'node:util';
import {fateWords, openingWords, type TurnFate} from '../../analysis/turn-fates.js';
import {paintRow} from '../../text/paint.js';
import {segment} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';

const opening = `── ${openingWords} `;

/** How many lines stand above those of the turn itself. */
export function fateHead(fate: TurnFate | undefined): number {
	return fate?.opens ? 2 : 0;
}

/**
 * The lines of a turn with what became of it: one whose place another turn took stands back and says so, one that begins another
 * conversation has a rule above it.
 */
export function fatedLines(
	lines: readonly string[],
	{fate, opens}: Pick<TurnFate, 'fate' | 'opens'>,
	{width, theme}: {readonly width: number; readonly theme: Theme},
): readonly string[] {
	const rule = theme.style(opening.padEnd(width, '─').slice(0, width), 'line');
	const head = opens ? [rule, ''] : [];
	if (fate === 'said') {
		return [...head, ...lines];
	}

	return [
		...head,
		...lines.slice(0, -1).map(line => theme.style(stripVTControlCharacters(line), 'dim')),
		paintRow([segment(fateWords[fate], 'warning')], width, theme),
		...lines.slice(-1),
	];
}
