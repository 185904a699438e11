// The chat's prompt as drawn on the screen.

import {Box, Text} from 'ink';
import {memo} from 'react';
import type {PromptLayout} from './layout-prompt.js';
import {type CellPosition, TerminalCursor} from './terminal-cursor.js';

/** Cells that the prompt needs beside its text, on the left. */
export const promptIndent = 2;

export type PromptProps = {
	/** From `usePromptEditor`, made for the width of the prompt less `promptIndent`. */
	readonly layout: PromptLayout;
	/** Shown while there is no text. */
	readonly placeholder?: string;
	/** The prompt's top left corner. It is passed in, not measured, so that the cursor is right in the very frame in which the prompt grows. */
	readonly origin: CellPosition;
	/** Whether the terminal's cursor is here. */
	readonly isActive: boolean;
};

/** The rows of the prompt after `> `, an arrow if there are more above or below, and the terminal's cursor. */
export function Prompt({
	layout,
	origin,
	isActive,
	placeholder = 'Type a message, / for commands, @ for files',
}: PromptProps) {
	const {rows, cursor, scrolled} = layout;
	const sign = (index: number) => {
		if (index === 0) {
			return scrolled.above ? '↑ ' : '> ';
		}

		return index === rows.length - 1 && scrolled.below ? '↓ ' : '  ';
	};

	const isEmpty = rows.length === 1 && rows[0] === '' && !scrolled.above && !scrolled.below;
	return (
		<Box flexDirection="column">
			{rows.map((row, index) => (
				<Row
					key={index}
					sign={sign(index)}
					text={isEmpty ? placeholder : row}
					isPlaceholder={isEmpty}
					isActive={isActive}
				/>
			))}
			{isActive && <TerminalCursor x={origin.x + promptIndent + cursor.x} y={origin.y + cursor.y} />}
		</Box>
	);
}

type RowProps = {
	readonly sign: string;
	readonly text: string;
	readonly isPlaceholder: boolean;
	readonly isActive: boolean;
};

// The screen is drawn again with every event of a stream, the prompt's rows only when they change.
const Row = memo(({sign, text, isPlaceholder, isActive}: RowProps) => (
	<Text wrap="truncate">
		<Text dimColor={!isActive}>{sign}</Text>
		<Text dimColor={isPlaceholder}>{text}</Text>
	</Text>
));
