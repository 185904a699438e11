import type {CommandContext} from './command-module.js';

/** What takes longer than this many milliseconds says how far it is, and then so often. */
const patience = 1000;
const interval = 200;

/** A line that says what is being done, for whoever waits. It goes away at the end. */
export type ProgressLine = Disposable & {
	say(words: string): void;
};

/** Writes it on standard error where that is a terminal and standard output is none: otherwise they would mix. */
export function startProgressLine(
	{stderr, stdout}: Pick<CommandContext, 'stderr' | 'stdout'>,
	words: string,
	now: () => number = () => performance.now(),
): ProgressLine {
	let present = words;
	let drawnAt = now() + patience - interval;
	let isShown = false;
	const draw = () => {
		if (now() - drawnAt >= interval) {
			drawnAt = now();
			isShown = true;
			stderr.write(`\r${present.slice(0, (stderr.columns || 80) - 1)}\u001B[K`);
		}
	};

	const timer = stderr.isTTY && !stdout.isTTY ? setInterval(draw, interval) : null;
	timer?.unref();
	return {
		say(next) {
			present = next;
			// Where something is computed at a stretch, no timer comes through.
			if (timer !== null) {
				draw();
			}
		},
		[Symbol.dispose]() {
			clearInterval(timer ?? undefined);
			if (isShown) {
				stderr.write('\r\u001B[K');
			}
		},
	};
}
