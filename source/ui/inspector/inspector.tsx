import {memo} from 'react';
import {Lines} from '../screen/lines.js';
import {Pane} from '../screen/pane.js';
import type {PaneContent} from '../screen/pane-selector.js';

/** The selected event and the message that the events build: a row of tabs, and the current tab. */
export const Inspector = memo(({title, note, lines, size, isFocused, theme}: PaneContent) => (
	<Pane title={title} note={note} width={size.width} height={size.height} isFocused={isFocused} theme={theme}>
		<Lines lines={lines} />
	</Pane>
));
