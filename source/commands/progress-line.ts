import type {CommandContext} from './command-module.js';

/** In milliseconds: progress is shown after this long, and then this often. */
const patience = 1000;
const interval = 200;

/** A line that shows the progress of a task. It disappears at the end. */
export type ProgressLine = Disposable & {
	say(words: string): void;
};

/** Writes to standard error only if that is a terminal and standard output is not, because they would mix. */
export function startProgressLine(
	{stderr, stdout}: Pick<CommandContext, 'stderr'> & {readonly stdout: Pick<NodeJS.WriteStream, 'isTTY'>},
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
			// A timer would not fire during a long computation.
			if (timer !== null) {
				draw();
			}
		},
		[Symbol.dispose]() {
			clearInterval(timer ?? undefined);
			if (isShown) {
				isShown = false;
				stderr.write('\r\u001B[K');
			}
		},
	};
}
