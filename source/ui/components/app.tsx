import {Box, Text, useApp, useWindowSize} from 'ink';
import {useCallback, useEffect, useMemo} from 'react';
import {promptOf} from '../../trace/conversation.js';
import {itemsOf, lastItem} from '../../trace/persistent-list.js';
import type {Copy} from '../actions/copy-actions.js';
import {createActions} from '../actions/create-actions.js';
import {type OpenExchange, useMessageStream} from '../hooks/use-message-stream.js';
import {useMouse} from '../hooks/use-mouse.js';
import {useNow} from '../hooks/use-now.js';
import {usePlayer} from '../hooks/use-player.js';
import {usePromptEditor} from '../hooks/use-prompt-editor.js';
import {useScreenKeys} from '../hooks/use-screen-keys.js';
import {useTerminalModes} from '../hooks/use-terminal-modes.js';
import type {MouseInput} from '../mouse-input.js';
import {paintRow} from '../paint.js';
import type {ScreenModel} from '../screen-model.js';
import {type Row, segment, spreadRow} from '../segment.js';
import {useStore} from '../state/store.js';
import {Body} from './body.js';
import {Field} from './field.js';
import {Pane} from './pane.js';
import {Prompt, promptIndent} from './prompt.js';
import {Scrubber} from './scrubber.js';
import {isCounting, StatusBar} from './status-bar.js';

/** What the screen needs of the world outside: handed in, so that the screen itself does no IO and reads no clock. */
export type ScreenServices = {
	/** Sends a prompt with the conversation so far. */
	open(prompt: string): OpenExchange;
	/** Milliseconds on the trace's clock. */
	now(): number;
	/** Stops the process until the shell brings it back. */
	suspend(): Promise<void>;
	readonly copy: Copy;
	/** Presenting has begun or ended: what is under our control goes slower meanwhile. */
	setPresenting(isPresenting: boolean): void;
	/** Where the messages go and what is recorded, for the header. */
	header(): {readonly left: Row; readonly right: Row};
	readonly welcome: readonly string[];
};

export type AppProps = {
	readonly model: ScreenModel;
	readonly services: ScreenServices;
	/** What the mouse does, or `null` to leave it to the terminal. */
	readonly mouse: Pick<MouseInput, 'subscribe'> | null;
	/** The least milliseconds between two renderings of a growing trace. */
	readonly frame: number;
};

/** The whole screen: header, panes, prompt, status line. */
export function App({model, services, mouse, frame}: AppProps) {
	const {exit} = useApp();
	const lendTerminal = useTerminalModes(mouse !== null);
	const {columns, rows} = useWindowSize();
	const state = useStore(model.store);
	const stream = useMessageStream(model.trace, services.open, frame);
	const history = useMemo(
		() => [...itemsOf(stream.view.exchanges)].map(promptOf),
		// The prompts change when an exchange is added, not with every event.
		[stream.view.exchanges.length, stream.view.exchanges],
	);

	const actions = useMemo(
		() =>
			createActions(model, {
				interrupt: stream.interrupt,
				leave: () => exit(),
				suspend: () => void lendTerminal(services.suspend),
				copy: services.copy,
			}),
		[model, services, stream.interrupt, exit, lendTerminal],
	);

	const submit = useCallback(
		(text: string) => {
			if (text.trim() === 'quit' || text.trim() === '/quit') {
				exit();
			} else {
				model.store.update(current => ({...current, history: 'tail', notice: null}));
				stream.send(text);
			}
		},
		[exit, model, stream.send],
	);

	const editor = usePromptEditor({
		history,
		width: columns - 2 - promptIndent,
		maxRows: Math.max(1, Math.floor(rows / 3) - 2),
		onSubmit: submit,
		isActive: false,
	});
	useScreenKeys(model, actions, editor);
	useMouse(model, mouse);

	useEffect(() => services.setPresenting(state.isPresenting), [services, state.isPresenting]);

	usePlayer(model, state.playback, services.now, frame);

	const scrubberHeight = state.playhead === null ? 0 : 1;
	const promptHeight = editor.layout.rows.length + 2 + scrubberHeight;
	model.geometry = {width: columns, height: rows, promptHeight};
	const {latest} = stream;
	const now = useNow(services.now, 500, isCounting(latest, services.now()));

	if (model.layout.kind === 'too-small') {
		return <Text>{`This terminal is ${columns}×${rows}; streamscope needs 40×10.`}</Text>;
	}

	const bodyHeight = rows - 2 - promptHeight;
	const {left, right} = services.header();
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Text wrap="truncate">{paintRow(spreadRow(left, right, columns), columns, model.theme)}</Text>
			<Box height={bodyHeight}>
				<Body model={model} welcome={services.welcome} size={{width: columns, height: bodyHeight}} />
			</Box>
			{state.playhead !== null && <Scrubber model={model} playhead={state.playhead} width={columns} />}
			<Pane
				title={[segment('Prompt', 'title')]}
				note={[]}
				width={columns}
				height={promptHeight - scrubberHeight}
				isFocused={state.focus === 'prompt'}
				theme={model.theme}
			>
				<Prompt
					layout={editor.layout}
					origin={{x: 1, y: 2 + bodyHeight + scrubberHeight}}
					isActive={state.focus === 'prompt' && state.overlay === null && state.field === null}
				/>
			</Pane>
			{state.field === null ? (
				<StatusBar
					exchange={lastItem(model.view.exchanges) ?? null}
					now={state.playhead === null ? now : (model.trace.at(state.playhead - 1)?.at ?? now)}
					queued={stream.queued.length}
					notice={state.notice}
					hints={columns >= 100 ? 'Tab panes  Esc stop  F1 help' : 'F1 help'}
					width={columns}
					theme={model.theme}
				/>
			) : (
				<Field model={model} field={state.field} />
			)}
		</Box>
	);
}
