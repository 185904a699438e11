import {memo} from 'react';
import {Pane} from '../screen/pane.js';
import type {PaneContent} from '../screen/pane-selector.js';

/** The event log: its column headings, and a row for each event of the trace. */
export const EventLog = memo((content: PaneContent) => <Pane {...content} />);
