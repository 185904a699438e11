import {spawn} from 'node:child_process';
import process from 'node:process';
import {setFlagsFromString} from 'node:v8';
import {render} from 'ink';
import {Stage, type StageProps} from '../player/stage.js';
import {guardTerminal} from './guard-terminal.js';
import {divideMouseInput} from './mouse-input.js';
import {redrawOnResize} from './redraw-on-resize.js';
import {watchEndings} from './watch-endings.js';
import {wholeFrames} from './whole-frames.js';

export type RunScreenOptions = Omit<StageProps, 'mouse'> & {
	readonly hasMouse: boolean;
	/** Where the keys come from, if not from standard input. */
	readonly keys?: NodeJS.ReadStream;
};

/** At most this many frames a second; a frame costs about 10 ms of CPU on a big screen. */
const maxFps = 60;

/**
 * Draws the screen until it is left, and gives the terminal back as it was. Resolves to the signal that ended it, or to `null` when the person
 * left; rejects with an error that nobody caught.
 */
export async function runScreen(options: RunScreenOptions): Promise<NodeJS.Signals | null> {
	const {hasMouse, keys = process.stdin, ...props} = options;
	const {isScreenReader} = props;
	const hasAlternateScreen = props.hasAlternateScreen && !isScreenReader;
	const mouse = hasMouse && !isScreenReader ? divideMouseInput(keys) : null;
	const screen = () => <Stage {...props} mouse={mouse} />;
	const endings = watchEndings(process);
	if (keys.isTTY && !keys.isRaw) {
		// Ink asks the terminal something before it takes the keys: the answer is not to be shown, nor kept back until a line ends.
		keys.setRawMode(true);
	}

	if (!isScreenReader) {
		// What was typed while the program started may stand there: the first frame begins at the first column.
		process.stdout.write('\r');
	}

	const instance = render(screen(), {
		stdin: mouse?.stdin ?? keys,
		stdout: wholeFrames(process.stdout),
		alternateScreen: hasAlternateScreen,
		// Ink's own way to write for screen readers says the whole prompt again with every key.
		isScreenReaderEnabled: false,
		exitOnCtrlC: false,
		maxFps,
		incrementalRendering: true,
		kittyKeyboard: {mode: 'auto'},
	});
	const {env, platform} = process;
	const guard = guardTerminal({hasAlternateScreen, spawn, platform, path: env.PATH});
	// What a frame leaves behind is short-lived. Left to itself, V8 lets the space for it grow to 67 MB in a fast stream.
	setFlagsFromString('--semi-space-growth-factor=1');
	const stopRedrawing = isScreenReader
		? () => {}
		: redrawOnResize(instance, screen, {stdin: keys, stdout: process.stdout});
	try {
		return await Promise.race([instance.waitUntilExit().then(() => null), endings.ended]);
	} finally {
		stopRedrawing();
		instance.unmount();
		guard.release();
		endings.stop();
	}
}
