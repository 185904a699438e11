// The completions of the typed text, one per row.

import {Box, Text} from 'ink';
import {sanitizeLine} from '../../text/sanitize.js';
import {padEnd, textWidth, truncate} from '../../text/text-width.js';
import type {Completion} from './completion.js';

export type CompletionMenuProps = {
	readonly items: readonly Completion[];
	/** The index of the chosen one. */
	readonly selected: number;
	/** Cells of a row. */
	readonly width: number;
	/** The maximum number of rows. The chosen one is always among them. */
	readonly maxRows: number;
};

/** A list that shows the rows around the chosen one, marked by a sign and in bold. */
export function CompletionMenu({items, selected, width, maxRows}: CompletionMenuProps) {
	const {first, last} = shownItems(items.length, selected, maxRows);
	const shown = items.slice(first, last).map(safe);
	const column = Math.max(0, ...items.map(({label}) => textWidth(sanitizeLine(label))));
	return (
		<Box flexDirection="column">
			{shown.map(({label, description}, row) => {
				const isSelected = first + row === selected;
				const text = `${isSelected ? '›' : ' '} ${padEnd(label, column)}  ${description}`;
				return (
					<Text key={label} wrap="truncate" bold={isSelected} dimColor={!isSelected}>
						{padEnd(truncate(text, width), width)}
					</Text>
				);
			})}
		</Box>
	);
}

/** The visible items: [first, last). The chosen one is among them. */
export function shownItems(
	count: number,
	selected: number,
	maxRows: number,
): {readonly first: number; readonly last: number} {
	const first = Math.max(0, Math.min(selected - Math.floor(maxRows / 2), count - maxRows));
	return {first, last: Math.min(count, first + maxRows)};
}

function safe({label, description}: Completion): Completion {
	return {label: sanitizeLine(label), description: sanitizeLine(description)};
}
