import {Text, useApp} from 'ink';
import {useCallback} from 'react';
import {notifyPerson} from '../attention/notify-person.js';
import {useGrowthNews} from '../attention/use-growth-news.js';
import {useHunt} from '../events/use-hunt.js';
import {type JudgeExchange, useLane} from '../events/use-lane.js';
import {useTraceFrames} from '../hooks/use-trace-frames.js';
import {useFindings} from '../inspector/use-findings.js';
import type {AppProps} from '../screen/app.js';
import type {KeepSettings, ReleaseHold} from '../screen/perform-effect.js';
import type {ScreenServices} from '../screen/screen-services.js';
import {selectLayout} from '../screen/select-layout.js';
import {useFrameSize} from '../screen/use-frame-size.js';
import {useJobControl} from '../screen/use-job-control.js';
import {useMouse} from '../screen/use-mouse.js';
import {useScreenEffects} from '../screen/use-screen-effects.js';
import {useScreenKeys} from '../screen/use-screen-keys.js';
import {useScreen, useShownScreen} from '../screen/use-shown-screen.js';
import {useTerminalModes} from '../screen/use-terminal-modes.js';
import {useWindowFocus} from '../screen/use-window-focus.js';
import {windowTitle} from '../screen/window-title.js';
import {PlayerFrame, type PlayerHeader} from './player-frame.js';
import {scrubberHeight} from './scrubber-layout.js';
import {type TraceGrowth, useGrowth} from './use-growth.js';
import {usePlayer} from './use-player.js';

/** What the player needs from outside. */
export type PlayerServices = Pick<
	ScreenServices,
	'now' | 'job' | 'copy' | 'redraw' | 'notify' | 'keepBookmark' | 'keepFilter' | 'welcome' | 'topic'
> & {
	readonly keepSettings: KeepSettings;
	readonly judge: JudgeExchange;
	readonly header: PlayerHeader;
	readonly releaseHold: ReleaseHold;
	/** The source of a trace that still grows; `null` for a recording that is played. */
	readonly growth: TraceGrowth | null;
};

export type PlayerProps = Omit<AppProps, 'services'> & {readonly services: PlayerServices};

/** A recording has no answer to stop and no calls to answer. */
const nothing = () => {};
const noCalls = {
	start: nothing,
	editTurn: nothing,
	forkTurn: nothing,
	interrupt: nothing,
	runTool: nothing,
	stopCommands: nothing,
	continueTurn: nothing,
};

/** The screen for a recording: the panes of the chat, with the scrubber instead of the prompt. */
export function Player({
	store,
	services,
	mouse,
	windowFocus,
	hasTitle,
	hasAlternateScreen,
	canSwitchGraphemes,
	frame,
}: PlayerProps) {
	const {exit} = useApp();
	const newest = useScreen(store);
	const title = hasTitle ? windowTitle(store.newest(), services.topic()) : null;
	const lendTerminal = useTerminalModes({
		...{hasMouse: newest.hasMouse, canSwitchGraphemes, title},
		focus: useWindowFocus(store, windowFocus),
	});
	const suspend = useJobControl(services.job, lendTerminal);
	const size = useFrameSize(hasAlternateScreen);
	const leave = useCallback(() => exit(), [exit]);
	const {view} = useTraceFrames(newest.trace, frame);
	const {redraw, copy, keepBookmark, keepFilter, keepSettings, releaseHold} = services;
	useScreenEffects(store, {
		...{...noCalls, leave, suspend, redraw, copy},
		tell: news => notifyPerson(store.state, news, services.notify),
		...{keepBookmark, keepFilter, keepSettings, releaseHold},
	});
	const pressKeys = useScreenKeys(store, null);
	useMouse(store, mouse, null);
	usePlayer(store, services.now, frame);
	const {header, now, isOpen} = useGrowth(services, view);
	useGrowthNews(store, {view, isOpen}, services.notify);
	const {exchanges: history, length} = view;
	const recording = {history, events: {length}, yielded: 0};
	const screen = useShownScreen(store, recording, {
		size,
		promptHeight: scrubberHeight(newest, size.height),
		welcome: services.welcome,
	});
	useLane(store, screen, services.judge);
	useFindings(store, screen);
	useHunt(store);

	if (selectLayout(screen).kind === 'too-small') {
		return <Text>{`This terminal is ${size.width}×${size.height}; streamscope needs 40×10.`}</Text>;
	}

	return <PlayerFrame screen={screen} store={store} header={header} now={now} onRest={pressKeys} />;
}
