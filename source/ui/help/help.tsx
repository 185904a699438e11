import {memo} from 'react';
import {Lines} from '../screen/lines.js';
import {Pane} from '../screen/pane.js';
import type {PaneContent} from '../screen/pane-selector.js';

/** The keys and commands, over the panes. */
export const Help = memo(({title, note, lines, size, theme}: PaneContent) => (
	<Pane title={title} note={note} width={size.width} height={size.height} isFocused theme={theme}>
		<Lines lines={lines} />
	</Pane>
));
