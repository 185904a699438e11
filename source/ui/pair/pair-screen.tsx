import {Text, useApp, useInput, usePaste} from 'ink';
import {useEffect, useEffectEvent} from 'react';
import type {Theme} from '../../text/theme.js';
import {useStore} from '../hooks/use-store.js';
import {keyPresses} from '../prompt/key-press.js';
import {smallest} from '../screen/layout.js';
import {Lines} from '../screen/lines.js';
import type {Store} from '../screen/store.js';
import {useFrameSize} from '../screen/use-frame-size.js';
import {type JobControl, useJobControl} from '../screen/use-job-control.js';
import {useRawKeys} from '../screen/use-raw-keys.js';
import {useTerminalModes} from '../screen/use-terminal-modes.js';
import type {Pair} from './pair.js';
import {pairAction} from './pair-keys.js';
import {pairLines} from './pair-lines.js';
import {reducePair} from './reduce-pair.js';

export type PairServices = {
	readonly job: JobControl;
	/** Milliseconds. */
	now(): number;
};

export type PairScreenProps = {
	readonly pair: Store<Pair>;
	readonly services: PairServices;
	readonly theme: Theme;
	readonly hasTitle: boolean;
	readonly hasAlternateScreen: boolean;
	readonly canSwitchGraphemes: boolean;
	/** The time between two frames while it plays, in milliseconds. */
	readonly frame: number;
};

const nothing = () => {};

/** Two recordings, played in step. */
export function PairScreen({
	pair,
	services,
	theme,
	hasTitle,
	hasAlternateScreen,
	canSwitchGraphemes,
	frame,
}: PairScreenProps) {
	const {exit} = useApp();
	const shown = useStore(pair);
	const size = useFrameSize(hasAlternateScreen);
	const title = hasTitle ? 'two recordings · streamscope' : null;
	const lendTerminal = useTerminalModes({hasMouse: false, canSwitchGraphemes, title, focus: null});
	const suspend = useJobControl(services.job, lendTerminal);
	const press = (key: string) => {
		const name = pairAction(key);
		if (name === 'leave') {
			exit();
		} else if (name !== null) {
			pair.update(state => reducePair(state, {name}));
		}
	};

	useInput((input, key) => {
		for (const one of keyPresses(input, key)) {
			if ('key' in one) {
				if (one.key === 'ctrl+z') {
					suspend();
				} else {
					press(one.key);
				}
			} else {
				for (const character of one.text) {
					press(character === ' ' ? 'space' : character);
				}
			}
		}
	});
	useRawKeys(press);
	// Pasted text is not keys.
	usePaste(nothing);

	const tick = useEffectEvent((elapsed: number) =>
		pair.update(state => reducePair(state, {name: 'tick', elapsed})),
	);
	const {isPlaying} = shown;
	const {now} = services;
	useEffect(() => {
		if (!isPlaying) {
			return;
		}

		let last = now();
		const timer = setInterval(() => {
			const elapsed = now() - last;
			last += elapsed;
			tick(elapsed);
		}, frame);
		return () => clearInterval(timer);
	}, [isPlaying, now, frame]);

	if (size.width < smallest.width || size.height < smallest.height) {
		return <Text>{`This terminal is ${size.width}×${size.height}; streamscope needs 40×10.`}</Text>;
	}

	return <Lines lines={pairLines(shown, size, theme)} />;
}
