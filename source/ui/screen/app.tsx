import {Box, Text} from 'ink';
import {useEffect} from 'react';
import {paintRow} from '../../text/paint.js';
import {lastItem} from '../../trace/persistent-list.js';
import {useLane} from '../events/use-lane.js';
import {useChat} from '../hooks/use-chat.js';
import {useStore} from '../hooks/use-store.js';
import {useFindings} from '../inspector/use-findings.js';
import {Scrubber} from '../player/scrubber.js';
import {scrubberHeight} from '../player/scrubber-layout.js';
import {usePlayer} from '../player/use-player.js';
import {Field} from '../prompt/field.js';
import {promptIndent} from '../prompt/prompt.js';
import {PromptPane} from '../prompt/prompt-pane.js';
import {layoutPanel} from '../prompt/prompt-panel.js';
import type {MouseInput} from '../terminal/mouse-input.js';
import {Body} from './body.js';
import {headerRow} from './header-row.js';
import {chatHints} from './hints.js';
import type {ScreenModel} from './screen-model.js';
import type {ScreenServices} from './screen-services.js';
import {StatusBar} from './status-bar.js';
import {isCounting} from './status-parts.js';
import {useFrameSize} from './use-frame-size.js';
import {useJobControl} from './use-job-control.js';
import {useMouse} from './use-mouse.js';
import {useNow} from './use-now.js';
import {useScreenKeys} from './use-screen-keys.js';
import {useTerminalModes} from './use-terminal-modes.js';

export type AppProps = {
	readonly model: ScreenModel;
	readonly services: ScreenServices;
	/** What the mouse does, or `null` to leave it to the terminal. */
	readonly mouse: Pick<MouseInput, 'subscribe'> | null;
	/** Whether the frame has a screen of its own. */
	readonly hasAlternateScreen: boolean;
	/** The least milliseconds between two renderings of a growing trace. */
	readonly frame: number;
};

/** Rows that are left to the panes while the prompt shows a menu. */
const minBodyRows = 2;

/** The whole screen: header, panes, prompt, status line. */
export function App({model, services, mouse, hasAlternateScreen, frame}: AppProps) {
	const lendTerminal = useTerminalModes(mouse !== null);
	const suspend = useJobControl(services.job, lendTerminal);
	const {width: columns, height: rows} = useFrameSize(hasAlternateScreen);
	const state = useStore(model.store);
	useStore(services.settings);
	const {stream, prompt, actions} = useChat({
		model,
		services,
		suspend,
		frame,
		lendTerminal,
		width: columns - 2 - promptIndent,
		maxRows: Math.max(1, Math.floor(rows / 3) - 2),
	});
	const {editor} = prompt;
	const pressKeys = useScreenKeys(model, actions, editor);
	useMouse(model, mouse);

	useEffect(() => services.setPresenting(state.isPresenting), [services, state.isPresenting]);

	usePlayer(model, state.playback, services.now, frame);

	const scrubber = state.playhead === null ? 0 : scrubberHeight(model, rows);
	const textHeight = editor.layout.rows.length + 2;
	const room = rows - 2 - minBodyRows - textHeight - scrubber;
	const panel = layoutPanel({...prompt, queued: stream.queued}, {width: columns - 2, room});
	const promptHeight = textHeight + panel.height + scrubber;
	model.geometry = {width: columns, height: rows, promptHeight};
	useLane(model, services.judge);
	useFindings(model);
	const {latest} = stream;
	const now = useNow(services.now, 500, isCounting(latest, services.now()));

	if (model.layout.kind === 'too-small') {
		return <Text>{`This terminal is ${columns}×${rows}; streamscope needs 40×10.`}</Text>;
	}

	const bodyHeight = rows - 2 - promptHeight;
	const header = headerRow(services.header(), state.playback.breakpoint, columns);
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Text wrap="truncate">{paintRow(header, columns, model.theme)}</Text>
			<Box height={bodyHeight}>
				<Body model={model} welcome={services.welcome} size={{width: columns, height: bodyHeight}} />
			</Box>
			{state.playhead !== null && <Scrubber model={model} playhead={state.playhead} width={columns} />}
			<PromptPane
				model={model}
				prompt={prompt}
				panel={panel}
				width={columns}
				top={1 + bodyHeight + scrubber}
			/>
			{state.field === null ? (
				<StatusBar
					exchange={lastItem(model.view.exchanges) ?? null}
					now={state.playhead === null ? now : (model.trace.at(state.playhead - 1)?.at ?? now)}
					queued={stream.queued.length}
					notice={state.notice}
					hints={chatHints(model)}
					width={columns}
					theme={model.theme}
				/>
			) : (
				<Field model={model} field={state.field} onRest={pressKeys} />
			)}
		</Box>
	);
}
