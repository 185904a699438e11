import process from 'node:process';
import type {StageProps} from '../ui/player/stage.js';
import type {TerminalFacts} from '../ui/terminal/detect-terminal.js';
import {runScreen} from '../ui/terminal/run-screen.js';
import {endBySignal} from './end-by-signal.js';
import type {OptionValues} from './options.js';

type PlayerTerminal = {
	readonly keys: NodeJS.ReadStream;
	readonly values: Pick<OptionValues, 'title' | 'alternateScreen'>;
	readonly facts: Pick<TerminalFacts, 'knowsKitty' | 'oddClusters' | 'canSwitchGraphemes'>;
};

/** Shows what plays one recording or two until the user quits. `close` is called then, before a signal ends the program. */
export async function showPlayer(
	scene: StageProps['scene'],
	{keys, values, facts}: PlayerTerminal,
	close: () => void = () => {},
): Promise<void> {
	const signal = await runScreen({
		scene,
		keys,
		frame: 1000 / 25,
		hasTitle: values.title,
		hasAlternateScreen: values.alternateScreen,
		hasKittyKeyboard: facts.knowsKitty,
		oddClusters: facts.oddClusters,
		canSwitchGraphemes: facts.canSwitchGraphemes,
		isScreenReader: false,
	});
	close();
	if (signal !== null) {
		endBySignal(process, signal);
	}
}
