import process from 'node:process';
import {render} from 'ink';
import {App, type AppProps} from './components/app.js';

export type RunScreenOptions = AppProps & {
	readonly hasAlternateScreen: boolean;
};

/** At most this many frames a second; a frame costs about 10 ms of CPU on a big screen. */
export const maxFps = 60;

/**
 * Draws the screen until it is left, and gives the terminal back as it was, also after an error that nobody caught.
 * Rejects with that error.
 */
export async function runScreen({hasAlternateScreen, ...props}: RunScreenOptions): Promise<void> {
	const instance = render(<App {...props} />, {
		alternateScreen: hasAlternateScreen,
		exitOnCtrlC: false,
		maxFps,
		incrementalRendering: true,
		kittyKeyboard: {mode: 'auto'},
	});

	// Node prints an uncaught error before it leaves, which would be on the alternate screen: leave that first.
	const crash = (error: unknown) => {
		instance.unmount();
		process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
		process.exit(1);
	};
	process.once('uncaughtException', crash);
	process.once('unhandledRejection', crash);
	try {
		await instance.waitUntilExit();
	} finally {
		process.off('uncaughtException', crash);
		process.off('unhandledRejection', crash);
	}
}
