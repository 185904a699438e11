import {Box, Text} from 'ink';
import {useEffect} from 'react';
import {lastItem} from '../../trace/persistent-list.js';
import {useChat} from '../hooks/use-chat.js';
import {useFindings} from '../hooks/use-findings.js';
import {useFrameSize} from '../hooks/use-frame-size.js';
import {useJobControl} from '../hooks/use-job-control.js';
import {useLane} from '../hooks/use-lane.js';
import {useMouse} from '../hooks/use-mouse.js';
import {useNow} from '../hooks/use-now.js';
import {usePlayer} from '../hooks/use-player.js';
import {useScreenKeys} from '../hooks/use-screen-keys.js';
import {useTerminalModes} from '../hooks/use-terminal-modes.js';
import type {MouseInput} from '../mouse-input.js';
import {paintRow} from '../paint.js';
import {headerRow} from '../rows/header-row.js';
import {chatHints} from '../rows/hints.js';
import {scrubberHeight} from '../rows/scrubber-layout.js';
import {isCounting} from '../rows/status-parts.js';
import type {ScreenModel} from '../screen-model.js';
import type {ScreenServices} from '../screen-services.js';
import {layoutPanel} from '../slash/prompt-panel.js';
import {useStore} from '../state/store.js';
import {Body} from './body.js';
import {Field} from './field.js';
import {promptIndent} from './prompt.js';
import {PromptPane} from './prompt-pane.js';
import {Scrubber} from './scrubber.js';
import {StatusBar} from './status-bar.js';

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
const leastBody = 2;

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
	const room = rows - 2 - leastBody - textHeight - scrubber;
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
