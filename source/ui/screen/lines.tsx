import {Text} from 'ink';
import {memo} from 'react';

/**
 * Styled rows, one below another, each already cut to its width. They form one `Text`, because Ink's cost grows with the number of texts,
 * not of rows.
 */
export const Lines = memo(({lines}: {readonly lines: readonly string[]}) =>
	lines.length === 0 ? null : (
		<Text wrap="truncate">{lines.map(line => (line === '' ? ' ' : line)).join('\n')}</Text>
	),
);

/** One painted row, already cut to its width. */
export const Line = memo(({text}: {readonly text: string}) => <Text wrap="truncate">{text}</Text>);
