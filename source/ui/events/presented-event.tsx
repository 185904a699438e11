import {Box} from 'ink';
import {memo} from 'react';
import {Lines} from '../screen/lines.js';
import {Pane} from '../screen/pane.js';
import type {PaneContent} from '../screen/pane-selector.js';

export type PresentedEventProps = PaneContent & {
	/** Empty columns at the left. */
	readonly margin: number;
};

/** One event, large enough for a whole room. */
export const PresentedEvent = memo(
	({title, note, lines, size, isFocused, theme, margin}: PresentedEventProps) => (
		<Pane
			title={title}
			note={note}
			width={size.width}
			height={size.height}
			isFocused={isFocused}
			theme={theme}
		>
			<Box flexDirection="column" paddingLeft={margin}>
				<Lines lines={lines} />
			</Box>
		</Pane>
	),
);
