import {memo} from 'react';
import {Pane} from '../screen/pane.js';
import type {PaneContent} from '../screen/pane-selector.js';

/** The list of exchanges, over the panes. */
export const ExchangeList = memo((content: PaneContent) => <Pane {...content} />);
