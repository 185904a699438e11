import {Box, Text} from 'ink';
import {memo, type ReactNode} from 'react';
import {paintRow} from '../../text/paint.js';
import {fitRow, type Row, rowWidth, segment} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';

export type PaneProps = {
	readonly title: Row;
	readonly note: Row;
	readonly width: number;
	readonly height: number;
	readonly isFocused: boolean;
	readonly theme: Theme;
	/** The rows inside, styled, at most `width` − 2 cells each. */
	readonly children: ReactNode;
};

/** A frame with a title at the left and a note at the right of its upper edge. Double lines mark the focus without colour. */
export const Pane = memo(({title, note, width, height, isFocused, theme, children}: PaneProps) => {
	const edge = theme.style(
		`${sides(isFocused)}\n`.repeat(Math.max(0, height - 2)).trimEnd(),
		lineRole(isFocused),
	);
	return (
		<Box flexDirection="column" width={width} height={height}>
			<Edge text={paintRow(upperEdge(title, note, width, isFocused), width, theme)} />
			<Box height={Math.max(0, height - 2)}>
				<Edge text={edge} />
				<Box flexDirection="column" width={width - 2}>
					{children}
				</Box>
				<Edge text={edge} />
			</Box>
			<Edge text={paintRow(lowerEdge(width, isFocused), width, theme)} />
		</Box>
	);
});

/** Most edges stay the same while their content changes with every event. */
const Edge = memo(({text}: {readonly text: string}) => <Text wrap="truncate">{text}</Text>);

function sides(isFocused: boolean): string {
	return isFocused ? '║' : '│';
}

function lineRole(isFocused: boolean): string {
	return isFocused ? 'focus' : 'line';
}

function upperEdge(title: Row, note: Row, width: number, isFocused: boolean): Row {
	const role = lineRole(isFocused);
	const [corner, line, end] = isFocused ? ['╔', '═', '╗'] : ['╭', '─', '╮'];
	const room = width - rowWidth(title) - 5;
	const fits = rowWidth(note) + 2 <= room;
	const shown = fits ? note : fitRow(note, Math.max(0, room - 2));
	// A note cut to a few cells says nothing.
	const noted = note.length === 0 || room < 10 ? [] : [segment(' '), ...shown, segment(' ')];
	return [
		segment(`${corner}${line} `, role),
		...title,
		segment(` ${line.repeat(Math.max(0, room - rowWidth(noted)))}`, role),
		...noted,
		segment(end, role),
	];
}

function lowerEdge(width: number, isFocused: boolean): Row {
	const [corner, line, end] = isFocused ? ['╚', '═', '╝'] : ['╰', '─', '╯'];
	return [segment(corner + line.repeat(width - 2) + end, lineRole(isFocused))];
}
