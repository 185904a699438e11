import {Text} from 'ink';
import {memo} from 'react';

/** One styled row of the screen, already as wide as it may be. */
export const Line = memo(({text}: {readonly text: string}) => (
	<Text wrap="truncate">{text === '' ? ' ' : text}</Text>
));

/** Styled rows, one below the other. A row that has not changed is not rendered again. */
export const Lines = memo(({lines}: {readonly lines: readonly string[]}) =>
	// A row is its place on the screen, so its number is its key.
	lines.map((text, index) => <Line key={index} text={text} />),
);
