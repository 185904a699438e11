import {Text} from 'ink';
import {memo} from 'react';

/** Styled rows, one below the other, each already as wide as it may be. One text to Ink, which pays by the text, not by the row. */
export const Lines = memo(({lines}: {readonly lines: readonly string[]}) =>
	lines.length === 0 ? null : (
		<Text wrap="truncate">{lines.map(line => (line === '' ? ' ' : line)).join('\n')}</Text>
	),
);

/** One row, painted as wide as it may be. */
export const Line = memo(({text}: {readonly text: string}) => <Text wrap="truncate">{text}</Text>);
