import {stripVTControlCharacters} from 'node:util';
import {openingWords, standingWords, type TurnStanding} from '../../analysis/turn-standings.js';
import {paintRow} from '../../text/paint.js';
import {segment} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';

const opening = `── ${openingWords} `;

/** The number of lines above those of the turn itself. */
export function standingHeadRows(standing: TurnStanding | undefined): number {
	return standing?.opens ? 2 : 0;
}

/**
 * The lines of a turn with its standing: a superseded turn is dimmed and says so, and a turn that begins another conversation has a rule
 * above it.
 */
export function supersededLines(
	lines: readonly string[],
	{standing, opens}: Pick<TurnStanding, 'standing' | 'opens'>,
	{width, theme}: {readonly width: number; readonly theme: Theme},
): readonly string[] {
	const rule = theme.style(opening.padEnd(width, '─').slice(0, width), 'line');
	const head = opens ? [rule, ''] : [];
	if (standing === 'said') {
		return [...head, ...lines];
	}

	return [
		...head,
		...lines.slice(0, -1).map(line => theme.style(stripVTControlCharacters(line), 'dim')),
		'',
		paintRow([segment(standingWords[standing], 'warning')], width, theme),
		...lines.slice(-1),
	];
}
