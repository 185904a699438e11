import {memo} from 'react';
import {Lines} from '../screen/lines.js';
import {Pane} from '../screen/pane.js';
import type {PaneContent} from '../screen/pane-selector.js';

/** The event log: its column headings, and a row for each event of the trace. */
export const EventLog = memo(({title, note, lines, size, isFocused, theme}: PaneContent) => (
	<Pane title={title} note={note} width={size.width} height={size.height} isFocused={isFocused} theme={theme}>
		<Lines lines={lines} />
	</Pane>
));
