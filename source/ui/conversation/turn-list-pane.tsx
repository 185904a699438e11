import {memo} from 'react';
import {Pane} from '../screen/pane.js';
import type {PaneContent} from '../screen/pane-selector.js';

/** The list of turns, over the panes. */
export const TurnList = memo((content: PaneContent) => <Pane {...content} />);
