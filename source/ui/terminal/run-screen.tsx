import {spawn} from 'node:child_process';
import process from 'node:process';
import {setFlagsFromString} from 'node:v8';
import {render} from 'ink';
import type {OddClusters} from '../../text/odd-clusters.js';
import type {WindowFocus} from '../attention/attention-state.js';
import {Stage, type StageProps} from '../player/stage.js';
import {createStore} from '../screen/store.js';
import {assembledInput} from './assembled-input.js';
import {guardTerminal} from './guard-terminal.js';
import {farPatience, nearPatience} from './input-assembler.js';
import {redrawOnResize} from './redraw-on-resize.js';
import {watchEndings} from './watch-endings.js';
import {wholeFrames} from './whole-frames.js';
import {canHaveTitle} from './window-title.js';

export type RunScreenOptions = Omit<StageProps, 'mouse' | 'windowFocus'> & {
	/** Whether the kitty keyboard protocol is used. Ink's own question gets too little time on a busy machine or a remote terminal. */
	readonly hasKittyKeyboard: boolean;
	/** The emoji that the terminal does not draw as they are measured. */
	readonly oddClusters: OddClusters;
	/** The source of the keys, if it is not standard input. */
	readonly keys?: NodeJS.ReadStream;
};

/** At most this many frames a second; a frame costs about 10 ms of CPU on a big screen. */
const maxFps = 60;

/**
 * Draws the screen until the user quits, then restores the terminal. Resolves to the signal that ended the screen, or to `null` if the user
 * quit. Rejects with an uncaught error.
 */
export async function runScreen(options: RunScreenOptions): Promise<NodeJS.Signals | null> {
	const {hasKittyKeyboard, oddClusters, keys = process.stdin, ...props} = options;
	const {isScreenReader} = props;
	const hasAlternateScreen = props.hasAlternateScreen && !isScreenReader;
	const isFar = Boolean(process.env.SSH_CONNECTION ?? process.env.SSH_TTY);
	const focus = createStore<WindowFocus>('unknown');
	const input = assembledInput(keys, isFar ? farPatience : nearPatience, isFocused =>
		focus.update(() => (isFocused ? 'focused' : 'away')),
	);
	const mouse = isScreenReader ? null : input;
	const hasTitle = props.hasTitle && !isScreenReader && canHaveTitle(process.env.TERM);
	const windowFocus = isScreenReader ? null : focus;
	const screen = () => <Stage {...props} hasTitle={hasTitle} mouse={mouse} windowFocus={windowFocus} />;
	const endings = watchEndings(process);
	if (keys.isTTY && !keys.isRaw) {
		// Ink sends the terminal a query before it reads keys. In raw mode, the reply is neither shown nor held back until a line ends.
		keys.setRawMode(true);
	}

	if (!isScreenReader) {
		// Text typed during the start may be on the line. The first frame starts in the first column.
		process.stdout.write('\r');
	}

	const instance = render(screen(), {
		stdin: input.stdin,
		stdout: wholeFrames(process.stdout, oddClusters),
		alternateScreen: hasAlternateScreen,
		// Ink's own screen reader mode repeats the whole prompt with every key.
		isScreenReaderEnabled: false,
		exitOnCtrlC: false,
		maxFps,
		incrementalRendering: true,
		kittyKeyboard: {
			mode: hasKittyKeyboard ? 'enabled' : 'disabled',
			flags: ['disambiguateEscapeCodes', 'reportAlternateKeys'],
		},
	});
	const {env, platform} = process;
	const guard = guardTerminal({
		hasAlternateScreen,
		hasTitle,
		hasSwitchedGraphemes: props.canSwitchGraphemes,
		spawn,
		platform,
		path: env.PATH,
	});
	tuneEngine();
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

/** What V8 does by itself is made for programs that work without a break. A screen does a little now and then, for hours. */
function tuneEngine(): void {
	// What a frame leaves behind is short-lived. The space for it would grow to 67 MB in a fast stream.
	setFlagsFromString('--semi-space-growth-factor=1');
	// A long trace stays in memory. Its heap would grow to several times what it holds before the rest is thrown away.
	setFlagsFromString('--heap-growing-percent=30');
	// Most functions run a few dozen times a second. Optimising them sooner took a third of the CPU time of a stream.
	setFlagsFromString('--invocation-count-for-maglev=1600');
	setFlagsFromString('--invocation-count-for-turbofan=20000');
}
