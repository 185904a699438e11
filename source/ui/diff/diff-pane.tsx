import {memo} from 'react';
import {Pane} from '../screen/pane.js';
import type {PaneContent} from '../screen/pane-selector.js';

/** Two exchanges side by side, over the panes. */
export const DiffPane = memo((content: PaneContent) => <Pane {...content} />);
