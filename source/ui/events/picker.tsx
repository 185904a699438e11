import {memo} from 'react';
import {Pane} from '../screen/pane.js';
import type {PaneContent} from '../screen/pane-selector.js';

/** The list of columns, over a pane. */
export const Picker = memo((content: PaneContent) => <Pane {...content} />);
