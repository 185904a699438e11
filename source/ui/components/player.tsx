import {Text, useApp} from 'ink';
import {useCallback, useMemo} from 'react';
import {createActions} from '../actions/create-actions.js';
import {useFindings} from '../hooks/use-findings.js';
import {useFrameSize} from '../hooks/use-frame-size.js';
import {useJobControl} from '../hooks/use-job-control.js';
import {type JudgeExchange, useLane} from '../hooks/use-lane.js';
import {useMouse} from '../hooks/use-mouse.js';
import {usePlayer} from '../hooks/use-player.js';
import {useScreenKeys} from '../hooks/use-screen-keys.js';
import {useTerminalModes} from '../hooks/use-terminal-modes.js';
import {scrubberHeight} from '../rows/scrubber-layout.js';
import type {ScreenServices} from '../screen-services.js';
import {useStore} from '../state/store.js';
import type {AppProps} from './app.js';
import {PlayerFrame, type PlayerHeader} from './player-frame.js';

/** What the player needs of the world outside. */
export type PlayerServices = Pick<ScreenServices, 'now' | 'job' | 'copy' | 'welcome'> & {
	readonly judge: JudgeExchange;
	readonly header: PlayerHeader;
};

export type PlayerProps = Omit<AppProps, 'services'> & {readonly services: PlayerServices};

const noPrompt = () => {};

/** The screen for a recording: the panes of the chat, and the scrubber in the place of its prompt. */
export function Player({model, services, mouse, hasAlternateScreen, frame}: PlayerProps) {
	const {exit} = useApp();
	const lendTerminal = useTerminalModes(mouse !== null);
	const suspend = useJobControl(services.job, lendTerminal);
	const {width: columns, height: rows} = useFrameSize(hasAlternateScreen);
	const state = useStore(model.store);
	const leave = useCallback(() => exit(), [exit]);
	const actions = useMemo(
		() =>
			createActions(model, {
				interrupt: noPrompt,
				leave,
				suspend,
				copy: services.copy,
			}),
		[model, services, leave, suspend],
	);
	const pressKeys = useScreenKeys(model, actions, null);
	useMouse(model, mouse);
	usePlayer(model, state.playback, services.now, frame);
	model.geometry = {width: columns, height: rows, promptHeight: scrubberHeight(model, rows)};
	useLane(model, services.judge);
	useFindings(model);

	if (model.layout.kind === 'too-small') {
		return <Text>{`This terminal is ${columns}×${rows}; streamscope needs 40×10.`}</Text>;
	}

	return (
		<PlayerFrame
			model={model}
			header={services.header}
			welcome={services.welcome}
			size={{width: columns, height: rows}}
			onRest={pressKeys}
		/>
	);
}
