import {stripVTControlCharacters} from 'node:util';
import {render} from 'ink-testing-library';
import type {ReactElement} from 'react';
import {messageOf} from '../../source/messages/message-snapshot.js';
import {createTheme} from '../../source/text/theme.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {lastItem} from '../../source/trace/persistent-list.js';
import {SdkLane} from '../../source/trace/sdk-lane.js';
import {Trace} from '../../source/trace/trace.js';
import type {EndEvent, TraceEvent} from '../../source/trace/trace-event.js';
import {ScreenModel} from '../../source/ui/screen/screen-model.js';
import {initialScreen, type ScreenState} from '../../source/ui/screen/screen-state.js';

/** Two columns, as wide as the testing library's terminal: the conversation has 42 columns, the log and the inspector 58. */
const size = {width: 100, height: 30, promptHeight: 3};

/** A screen over a trace that stands still, without colours. */
export const screenOf = (events: readonly TraceEvent[], state: Partial<ScreenState> = {}): ScreenModel => {
	const trace = new Trace();
	for (const event of events) {
		trace.append(event);
	}

	const model = new ScreenModel(trace, new SdkLane(), createTheme('plain', 0), {...initialScreen, ...state});
	model.geometry = size;
	return model;
};

/** The end of an exchange whose final message is the accumulated one, as it is where the SDK agrees. */
export const agreedEnd = (events: readonly TraceEvent[], at: number): EndEvent => {
	const message = lastItem(foldTrace(events).exchanges)?.message ?? null;
	return {
		type: 'end',
		at,
		exchange: events.at(-1)?.exchange ?? 1,
		outcome: 'complete',
		error: null,
		message: message === null ? null : JSON.parse(JSON.stringify(messageOf(message))),
	};
};

/** The rows of a component's first frame, as plain text without the blanks at their right. */
export const rowsOf = (element: ReactElement): readonly string[] => {
	const {lastFrame, unmount} = render(element);
	const rows = stripVTControlCharacters(lastFrame() ?? '').split('\n');
	unmount();
	return rows.map(row => row.trimEnd());
};
