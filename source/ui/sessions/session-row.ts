import {formatAge} from '../../text/format-age.js';
import {formatDollars, formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {fit, textWidth} from '../../text/text-width.js';
import type {SessionItem} from './session-list.js';

const heads = ['age', 'turns', 'in', 'out', 'cost', 'model'] as const;
/** Columns left of this one are numbers, aligned at the right. */
const firstText = heads.indexOf('model');
/** The title gets at least this many cells. Columns that leave it less are left out, the last first. */
const minTitleWidth = 20;

/** Lays out the rows of one table: the heading first, then one row per session, each with as many columns as fit into `width` cells. */
export function sessionRows(sessions: readonly SessionItem[], now: number, width: number): readonly Row[] {
	const cells = sessions.map(session => factsOf(session, now));
	const widths = heads.map((head, column) =>
		Math.max(textWidth(head), ...cells.map(row => textWidth(row[column] ?? ''))),
	);
	const count = fittingColumns(widths, width);
	const room = width - factsWidth(widths.slice(0, count)) - 2;
	const rowOf = (facts: readonly string[]) =>
		facts
			.slice(0, count)
			.map((fact, column) => `  ${aligned(fact, widths[column] ?? 0, column)}`)
			.join('');
	return [
		[segment(`  ${fit('session', room)}${rowOf(heads)}`, 'dim')],
		...sessions.map((session, index): Row => {
			const {title, firstPrompt, isOpen} = session;
			const name = sanitizeLine(title ?? firstPrompt);
			return [
				segment(isOpen ? '● ' : '  ', 'good'),
				segment(fit(name, room), title === null ? undefined : 'title'),
				segment(rowOf(cells[index] ?? []), 'dim'),
			];
		}),
	];
}

function factsOf(session: SessionItem, now: number): readonly string[] {
	const {changedAt, turns, inputTokens, model} = session;
	return [
		formatAge(now - changedAt),
		String(turns),
		formatTokens(inputTokens),
		outputWords(session),
		costWords(session),
		sanitizeLine(model ?? ''),
	];
}

/** The output tokens, with the sign of an estimate if the count is not final. */
export function outputWords({outputTokens, isFinal}: Pick<SessionItem, 'outputTokens' | 'isFinal'>): string {
	return `${isFinal ? '' : '~'}${formatTokens(outputTokens)}`;
}

/** The cost, likewise, or a dash if it is not known. */
export function costWords({cost, isFinal}: Pick<SessionItem, 'cost' | 'isFinal'>): string {
	return cost === null ? '–' : `${isFinal ? '' : '~'}${formatDollars(cost)}`;
}

function fittingColumns(widths: readonly number[], width: number): number {
	for (let count = widths.length; count > 1; count--) {
		if (width - factsWidth(widths.slice(0, count)) - 2 >= minTitleWidth) {
			return count;
		}
	}

	return 1;
}

function factsWidth(widths: readonly number[]): number {
	return widths.reduce((sum, cells) => sum + cells + 2, 0);
}

function aligned(text: string, width: number, column: number): string {
	return column >= firstText ? fit(text, width) : text.padStart(width);
}
