import {memo} from 'react';
import {Pane} from '../screen/pane.js';
import type {PaneContent} from '../screen/pane-selector.js';

/** One event, large enough for a whole room. */
export const PresentedEvent = memo((content: PaneContent) => <Pane {...content} />);
