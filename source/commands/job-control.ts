import {once} from 'node:events';
import {setTimeout} from 'node:timers/promises';
import type {JobControl} from '../ui/screen/use-job-control.js';

/** In milliseconds: a process that stops has stopped by then. */
const limit = 100;

/**
 * Job control. `suspend` stops this process and the ones that started it, as Ctrl+Z does, until the shell continues them. `watch` reports
 * a stop by another process (`kill -TSTP`), and the return from a stop that cannot be caught (`kill -STOP`).
 */
export function jobControl(process: NodeJS.Process): JobControl {
	let isSuspending = false;
	let onStop: (() => void) | null = null;
	return {
		async suspend() {
			isSuspending = true;
			const continued = once(process, 'SIGCONT');
			// Without a listener, the signal stops this process too.
			if (onStop !== null) {
				process.off('SIGTSTP', onStop);
			}

			process.kill(0, 'SIGTSTP');
			// Without a shell to continue them, nothing has stopped, so the screen comes back by itself.
			await Promise.race([continued, setTimeout(limit)]);
			if (onStop !== null) {
				process.on('SIGTSTP', onStop);
			}

			isSuspending = false;
			// Only the shell was told of a size that changed meanwhile. This signal makes Node ask for it.
			process.kill(process.pid, 'SIGWINCH');
		},
		watch({stop, continued}) {
			const onContinued = () => {
				if (!isSuspending) {
					continued();
					process.kill(process.pid, 'SIGWINCH');
				}
			};

			onStop = stop;
			process.on('SIGTSTP', stop);
			process.on('SIGCONT', onContinued);
			return () => {
				onStop = null;
				process.off('SIGTSTP', stop);
				process.off('SIGCONT', onContinued);
			};
		},
	};
}
