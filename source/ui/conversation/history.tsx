import {Box, Text} from 'ink';
import Spinner from 'ink-spinner';
import {memo} from 'react';
import {Pane} from '../screen/pane.js';
import {historyMargin} from '../screen/select-layout.js';
import type {HistoryContent} from './select-history.js';
import {waitingLine} from './waiting-line.js';

/** The spinner and the space after it. */
const spinnerCells = 2;

export type HistoryProps = HistoryContent & {
	/** Milliseconds on the trace's clock, for how long an answer without content takes already. Without it, no time is said. */
	readonly now?: number | undefined;
};

/** The conversation: turns, and the answer as it grows. */
export const History = memo(({waiting, now, ...content}: HistoryProps) => (
	<Pane {...content}>
		{waiting !== null && (
			<Box position="absolute" marginTop={1 + waiting.row} marginLeft={historyMargin}>
				{waiting.isTurning ? <Spinner type="dots" /> : <Text>◌</Text>}
				<Text wrap="truncate">
					{' '}
					{content.theme.style(
						waitingLine(waiting.exchange, {
							now,
							hasTimes: waiting.hasTimes,
							width: waiting.width - spinnerCells,
						}),
						'dim',
					)}
				</Text>
			</Box>
		)}
	</Pane>
));
