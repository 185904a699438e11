import {Box, Text} from 'ink';
import Spinner from 'ink-spinner';
import {memo} from 'react';
import {Lines} from '../screen/lines.js';
import {Pane} from '../screen/pane.js';
import {historyMargin} from '../screen/select-layout.js';
import type {HistoryContent} from './select-history.js';

/** The conversation: turns, and the answer as it grows. */
export const History = memo(({title, note, lines, waiting, size, isFocused, theme}: HistoryContent) => (
	<Pane title={title} note={note} width={size.width} height={size.height} isFocused={isFocused} theme={theme}>
		<Box flexDirection="column" paddingLeft={historyMargin}>
			<Lines lines={lines} />
			{waiting !== null && (
				<Box>
					{waiting.isTurning ? <Spinner type="dots" /> : <Text>◌</Text>}
					<Text> {theme.style(waiting.words, 'dim')}</Text>
				</Box>
			)}
		</Box>
	</Pane>
));
