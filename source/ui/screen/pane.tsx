import {Box, Text} from 'ink';
import {memo, type ReactNode} from 'react';
import {paintRow} from '../../text/paint.js';
import {fitRow, type Row, rowWidth, segment} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';
import type {Place} from './layout.js';

export type PaneProps = {
	readonly title: Row;
	readonly note: Row;
	/** On the screen. The pane is drawn in a box that begins at row `top` of the screen. */
	readonly place: Place;
	readonly top: number;
	/** Whether the line in its first column continues one from above. Without it, all but the topmost panes' do. */
	readonly hasLineAbove?: boolean;
	readonly isFocused: boolean;
	readonly theme: Theme;
	/** Styled rows, at most as wide as the pane. */
	readonly lines: readonly string[];
	/** Drawn over the rows, from their first cell on. */
	readonly children?: ReactNode;
};

/**
 * A rule with a title at the left and a note at the right, and rows below it. A pane that does not begin at the left edge has a line in its
 * first column. The rule of the focused pane is heavy, so that it can be told without colour.
 *
 * All of it is one `Text`, because Ink's cost grows with the number of texts.
 */
export const Pane = memo(
	({title, note, place, top, hasLineAbove, isFocused, theme, lines, children}: PaneProps) => {
		const {x, y, width, height} = place;
		const separator = x > 0 ? theme.style('│', 'line') : '';
		const rows = Array.from(
			{length: Math.max(0, height - 1)},
			(_, index) => separator + (lines[index] ?? ''),
		);
		const isTop = !(hasLineAbove ?? y > top);
		const rule = paintRow(
			titleRule(title, note, {width, hasLeftLine: x > 0, isTop}, isFocused),
			width,
			theme,
		);
		return (
			<Box position="absolute" marginLeft={x} marginTop={y - top} flexDirection="column">
				<Text wrap="truncate">{[rule, ...rows].map(row => (row === '' ? ' ' : row)).join('\n')}</Text>
				{children}
			</Box>
		);
	},
);

type Rule = {readonly width: number; readonly hasLeftLine: boolean; readonly isTop: boolean};

function titleRule(title: Row, note: Row, {width, hasLeftLine, isTop}: Rule, isFocused: boolean): Row {
	const role = isFocused ? 'focus' : 'line';
	const line = isFocused ? '━' : '─';
	const start: Row = hasLeftLine
		? [segment(isTop ? '┬' : '├', 'line'), segment(`${line} `, role)]
		: [segment(`${line} `, role)];
	const room = width - rowWidth(start) - rowWidth(title) - 2;
	const fits = rowWidth(note) + 2 <= room;
	const shown = fits ? note : fitRow(note, Math.max(0, room - 2));
	// A note cut to a few cells says nothing.
	const noted = note.length === 0 || room < 10 ? [] : [segment(' '), ...shown, segment(' ')];
	return [
		...start,
		...title,
		segment(` ${line.repeat(Math.max(0, room - rowWidth(noted)))}`, role),
		...noted,
		segment(line, role),
	];
}
