import {Box, Text} from 'ink';
import Spinner from 'ink-spinner';
import {memo} from 'react';
import {Pane} from '../screen/pane.js';
import type {HistoryContent} from './select-history.js';

/** The conversation: turns, and the answer as it grows. */
export const History = memo(({waiting, ...content}: HistoryContent) => (
	<Pane {...content}>
		{waiting !== null && (
			<Box position="absolute" marginTop={1 + waiting.row}>
				{waiting.isTurning ? <Spinner type="dots" /> : <Text>◌</Text>}
				<Text> {content.theme.style(waiting.words, 'dim')}</Text>
			</Box>
		)}
	</Pane>
));
