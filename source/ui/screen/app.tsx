import {Box, Text} from 'ink';
import {useEffect, useMemo} from 'react';
import {paintRow} from '../../text/paint.js';
import type {WindowFocus} from '../attention/attention-state.js';
import {isPicking, pickerPlace} from '../events/select-picker.js';
import {useHunt} from '../events/use-hunt.js';
import {useLane} from '../events/use-lane.js';
import {useChat} from '../hooks/use-chat.js';
import {useStore} from '../hooks/use-store.js';
import {useFindings} from '../inspector/use-findings.js';
import {scrubberHeight} from '../player/scrubber-layout.js';
import {selectScrubber} from '../player/select-scrubber.js';
import {usePlayer} from '../player/use-player.js';
import {promptIndent} from '../prompt/prompt.js';
import {PromptPane} from '../prompt/prompt-pane.js';
import {layoutPanel} from '../prompt/prompt-panel.js';
import type {AssembledInput} from '../terminal/assembled-input.js';
import {Body} from './body.js';
import {escapeHint} from './escape.js';
import {headerRow} from './header-row.js';
import {chatHints} from './hints.js';
import {LastLine} from './last-line.js';
import {Line, Lines} from './lines.js';
import {prepareAnswer} from './prepare-answer.js';
import type {ScreenServices} from './screen-services.js';
import type {ScreenStore} from './screen-store.js';
import {selectLayout, separatorsAt} from './select-layout.js';
import {isCounting} from './status-parts.js';
import type {Store} from './store.js';
import {useFrameSize} from './use-frame-size.js';
import {useIdleSteps} from './use-idle-steps.js';
import {useJobControl} from './use-job-control.js';
import {useMouse} from './use-mouse.js';
import {useNow} from './use-now.js';
import {useScreenKeys} from './use-screen-keys.js';
import {useScreen, useShownScreen} from './use-shown-screen.js';
import {useTerminalModes} from './use-terminal-modes.js';
import {useWindowFocus} from './use-window-focus.js';
import {windowTitle} from './window-title.js';

export type AppProps = {
	readonly store: ScreenStore;
	readonly services: ScreenServices;
	/** Mouse input, or `null` to leave the mouse to the terminal. */
	readonly mouse: Pick<AssembledInput, 'subscribe'> | null;
	/** What is known of the terminal's focus; `null` if it must not be asked. */
	readonly windowFocus: Store<WindowFocus> | null;
	/** Whether the title of the terminal's window says what is shown. */
	readonly hasTitle: boolean;
	/** Whether the frame is drawn on the terminal's alternate screen. */
	readonly hasAlternateScreen: boolean;
	/** Whether the terminal must be told to draw grapheme clusters as they are measured. */
	readonly canSwitchGraphemes: boolean;
	/** The minimum time between two renderings of a growing trace, in milliseconds. */
	readonly frame: number;
};

/** Rows kept for the panes while the prompt shows a menu. */
const minBodyRows = 2;

const noSeparators: readonly number[] = [];

/** The whole screen: header, panes, prompt, status line. */
export function App({
	store,
	services,
	mouse,
	windowFocus,
	hasTitle,
	hasAlternateScreen,
	canSwitchGraphemes,
	frame,
}: AppProps) {
	const {isPresenting, playhead, hasMouse} = useScreen(store);
	const title = hasTitle ? windowTitle(store.newest(), services.topic()) : null;
	const lendTerminal = useTerminalModes({
		...{hasMouse, canSwitchGraphemes, title},
		focus: useWindowFocus(store, windowFocus),
	});
	const suspend = useJobControl(services.job, lendTerminal);
	const size = useFrameSize(hasAlternateScreen);
	const {width: columns, height: rows} = size;
	useStore(services.settings);
	const {stream, prompt} = useChat({
		store,
		services,
		suspend,
		hasPanes: true,
		frame,
		lendTerminal,
		width: columns - promptIndent,
		maxRows: Math.max(1, Math.floor(rows / 3) - 1),
	});
	const {editor} = prompt;
	const pressKeys = useScreenKeys(store, editor);
	useMouse(store, mouse, editor);
	useEffect(() => services.setPresenting(isPresenting), [services, isPresenting]);
	usePlayer(store, services.now, frame);
	useIdleSteps(prepareAnswer);

	const scrubber = playhead === null ? 0 : scrubberHeight(store.state, rows);
	const textHeight = editor.layout.rows.length + 1;
	const room = rows - 2 - minBodyRows - textHeight - scrubber;
	const {menu, reply} = prompt;
	const {queued} = stream;
	const panel = useMemo(
		() => layoutPanel({menu, reply, queued}, {width: columns, room}),
		[menu, reply, queued, columns, room],
	);
	const screen = useShownScreen(store, stream, {
		size,
		promptHeight: textHeight + panel.height - panel.over + scrubber,
		welcome: services.welcome,
	});
	useLane(store, screen, services.judge);
	useFindings(store, screen);
	useHunt(store);
	const {latest} = stream;
	const now = useNow(services.now, 500, isCounting(latest, services.now()), stream.view);

	const hasKeys = screen.focus !== 'prompt' && screen.overlay === null;
	const isPlayer = playhead !== null && hasKeys;
	const {isPlaying} = screen.playback;
	const escapes = escapeHint(screen, prompt.escape, queued.length);
	const hints = useMemo(
		() => chatHints({isPlayer, isPlaying, isPresenting: isPresenting && hasKeys, escapes}),
		[isPlayer, isPlaying, isPresenting, hasKeys, escapes],
	);

	const layout = selectLayout(screen);
	const bodyHeight = rows - 2 - screen.promptHeight;
	const top = 1 + bodyHeight + scrubber - panel.over;
	const hasPanes = screen.overlay === null || (isPicking(screen) && pickerPlace(screen) !== null);
	const separators = useMemo(
		() => (hasPanes ? separatorsAt(layout, top) : noSeparators),
		[layout, top, hasPanes],
	);
	if (layout.kind === 'too-small') {
		return <Text>{`This terminal is ${columns}×${rows}; streamscope needs 40×10.`}</Text>;
	}

	const {theme, focus, field, overlay, playback, trace} = screen;
	const shownNow = playhead === null ? now : (trace.at(playhead - 1)?.at ?? now);
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Line text={paintRow(headerRow(services.header, playback.breakpoint, columns), columns, theme)} />
			<Box height={bodyHeight}>
				<Body screen={screen} now={shownNow} />
			</Box>
			{playhead !== null && <Lines lines={selectScrubber(screen)?.lines ?? []} />}
			<PromptPane
				layout={editor.layout}
				editing={prompt.editing}
				panel={panel}
				width={columns}
				top={top}
				separators={separators}
				keys={focus !== 'prompt' ? 'elsewhere' : overlay === null && field === null ? 'here' : 'above'}
				theme={theme}
			/>
			<LastLine
				screen={screen}
				store={store}
				now={shownNow}
				hints={hints}
				queued={queued.length}
				playhead={screen.playhead}
				onRest={pressKeys}
			/>
		</Box>
	);
}
