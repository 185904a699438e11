import {stripVTControlCharacters} from 'node:util';
import {Box, Text} from 'ink';
import {render} from 'ink-testing-library';
import type {ComponentType, ReactElement} from 'react';
import {messageOf} from '../../source/messages/message-snapshot.js';
import {createTheme} from '../../source/text/theme.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {lastItem} from '../../source/trace/persistent-list.js';
import {SdkLane} from '../../source/trace/sdk-lane.js';
import {Trace} from '../../source/trace/trace.js';
import type {EndEvent, TraceEvent} from '../../source/trace/trace-event.js';
import {type ActionName, keymap} from '../../source/ui/screen/keymap.js';
import type {PaneContent} from '../../source/ui/screen/pane-selector.js';
import {pointerActions} from '../../source/ui/screen/pointer-actions.js';
import {openScreen, type ScreenFacts} from '../../source/ui/screen/screen.js';
import type {ScreenState} from '../../source/ui/screen/screen-state.js';
import {createScreenStore, type ScreenStore} from '../../source/ui/screen/screen-store.js';
import type {MouseReport} from '../../source/ui/terminal/mouse-reports.js';

/** As wide as the testing library's terminal: the conversation above the log. */
const size = {width: 100, height: 30};

/** A screen over a trace that does not grow, without colours. */
export const screenOf = (
	events: readonly TraceEvent[],
	state: Partial<ScreenState> = {},
	facts: Partial<Omit<ScreenFacts, 'trace' | 'live'>> = {},
): ScreenStore => {
	const opening = {lane: new SdkLane(), theme: createTheme('plain', 0), size, ...facts};
	return createScreenStore(openScreen({trace: new Trace(events), ...opening}, state));
};

/** What each key of the key map does to a screen. */
export const keysOf = (store: ScreenStore): Readonly<Record<ActionName, () => void>> =>
	Object.fromEntries(
		keymap.map(({action}) => [action, () => store.dispatch({name: action as ActionName})]),
	) as Record<ActionName, () => void>;

/** Performs the actions of the mouse. A press is released at once. */
export const pointAt = (store: ScreenStore, report: MouseReport): void => {
	for (const one of report.kind === 'press' ? [report, {...report, kind: 'release' as const}] : [report]) {
		for (const action of pointerActions(store.newest(), one)) {
			store.dispatch(action);
		}
	}
};

/** The pane of a selector, as a component would draw it, moved to the top left. */
export const paneOf = <Content extends PaneContent>(
	Pane: ComponentType<Content>,
	content: Content | null,
): ReactElement => {
	if (content === null) {
		return <Text />;
	}

	const {width, height} = content.place;
	return (
		<Box width={width} height={height}>
			<Pane {...content} place={{x: 0, y: content.top, width, height}} />
		</Box>
	);
};

/** The end of an exchange whose final message is the accumulated one, as when the SDK agrees. */
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

/** The rows of a component's first frame, as plain text without trailing blanks. */
export const rowsOf = (element: ReactElement): readonly string[] => {
	const {lastFrame, unmount} = render(element);
	const rows = stripVTControlCharacters(lastFrame() ?? '').split('\n');
	unmount();
	return rows.map(row => row.trimEnd());
};
