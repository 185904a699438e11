import {Box, Text, useApp} from 'ink';
import {useCallback, useMemo} from 'react';
import {lastItem} from '../../trace/persistent-list.js';
import {createActions} from '../actions/create-actions.js';
import {useFindings} from '../hooks/use-findings.js';
import {useFrameSize} from '../hooks/use-frame-size.js';
import {type JudgeExchange, useLane} from '../hooks/use-lane.js';
import {useMouse} from '../hooks/use-mouse.js';
import {usePlayer} from '../hooks/use-player.js';
import {useScreenKeys} from '../hooks/use-screen-keys.js';
import {useTerminalModes} from '../hooks/use-terminal-modes.js';
import {paintRow} from '../paint.js';
import {type Row, spreadRow} from '../segment.js';
import {useStore} from '../state/store.js';
import type {AppProps, ScreenServices} from './app.js';
import {Body} from './body.js';
import {Field} from './field.js';
import {Scrubber} from './scrubber.js';
import {StatusBar} from './status-bar.js';

/** What the player needs of the world outside. */
export type PlayerServices = Pick<ScreenServices, 'now' | 'suspend' | 'copy' | 'welcome'> & {
	readonly judge: JudgeExchange;
	/** What is played. */
	readonly header: {readonly left: Row; readonly right: Row};
};

export type PlayerProps = Omit<AppProps, 'services'> & {readonly services: PlayerServices};

const noPrompt = () => {};

/** The screen for a recording: the panes of the chat, and the scrubber in the place of its prompt. */
export function Player({model, services, mouse, hasAlternateScreen, frame}: PlayerProps) {
	const {exit} = useApp();
	const lendTerminal = useTerminalModes(mouse !== null);
	const {width: columns, height: rows} = useFrameSize(hasAlternateScreen);
	const state = useStore(model.store);
	const leave = useCallback(() => exit(), [exit]);
	const actions = useMemo(
		() =>
			createActions(model, {
				interrupt: noPrompt,
				leave,
				suspend: () => void lendTerminal(services.suspend),
				copy: services.copy,
			}),
		[model, services, leave, lendTerminal],
	);
	useScreenKeys(model, actions, null);
	useMouse(model, mouse);
	usePlayer(model, state.playback, services.now, frame);
	model.geometry = {width: columns, height: rows, promptHeight: 1};
	useLane(model, services.judge);
	useFindings(model);

	if (model.layout.kind === 'too-small') {
		return <Text>{`This terminal is ${columns}×${rows}; streamscope needs 40×10.`}</Text>;
	}

	const {left, right} = services.header;
	const playhead = state.playhead ?? model.trace.length;
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Text wrap="truncate">{paintRow(spreadRow(left, right, columns), columns, model.theme)}</Text>
			<Box height={rows - 3}>
				<Body model={model} welcome={services.welcome} size={{width: columns, height: rows - 3}} />
			</Box>
			<Scrubber model={model} playhead={playhead} width={columns} />
			{state.field === null ? (
				<StatusBar
					exchange={lastItem(model.view.exchanges) ?? null}
					now={model.trace.at(playhead - 1)?.at ?? 0}
					queued={0}
					notice={state.notice}
					hints={columns >= 100 ? 'Space plays  , . step  < > speed  F1 help  q leaves' : 'F1 help  q'}
					width={columns}
					theme={model.theme}
				/>
			) : (
				<Field model={model} field={state.field} />
			)}
		</Box>
	);
}
