import {memo} from 'react';
import {Pane} from '../screen/pane.js';
import type {PaneContent} from '../screen/pane-selector.js';

/** The selected event and the message that the events build: a row of tabs, and the current tab. */
export const Inspector = memo((content: PaneContent) => <Pane {...content} />);
