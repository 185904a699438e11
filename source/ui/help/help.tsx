import {memo} from 'react';
import {Pane} from '../screen/pane.js';
import type {PaneContent} from '../screen/pane-selector.js';

/** The keys and commands, over the panes. */
export const Help = memo((content: PaneContent) => <Pane {...content} />);
