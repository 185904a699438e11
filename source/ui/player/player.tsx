import {Text, useApp} from 'ink';
import {useCallback, useMemo} from 'react';
import {type JudgeExchange, useLane} from '../events/use-lane.js';
import {useStore} from '../hooks/use-store.js';
import {useFindings} from '../inspector/use-findings.js';
import type {AppProps} from '../screen/app.js';
import {createActions} from '../screen/create-actions.js';
import type {ScreenServices} from '../screen/screen-services.js';
import {useFrameSize} from '../screen/use-frame-size.js';
import {useJobControl} from '../screen/use-job-control.js';
import {useMouse} from '../screen/use-mouse.js';
import {useScreenKeys} from '../screen/use-screen-keys.js';
import {useTerminalModes} from '../screen/use-terminal-modes.js';
import {PlayerFrame, type PlayerHeader} from './player-frame.js';
import {scrubberHeight} from './scrubber-layout.js';
import {usePlayer} from './use-player.js';

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
