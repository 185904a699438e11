import {once} from 'node:events';
import {setTimeout} from 'node:timers/promises';
import type {JobControl} from '../ui/screen/use-job-control.js';

/** In milliseconds: a process that was going to stop has stopped by then. */
const limit = 100;

/**
 * What a shell does with a job. `suspend` stops this process and those that started it, as Ctrl+Z does, until the shell brings them back.
 * `watch` tells of being stopped by somebody else (`kill -TSTP`), and of having come back from a stop that could not be told (`kill -STOP`).
 */
export function jobControl(process: NodeJS.Process): JobControl {
	let isSuspending = false;
	let onStop: (() => void) | null = null;
	return {
		async suspend() {
			isSuspending = true;
			const continued = once(process, 'SIGCONT');
			// Without a listener the signal stops this process too.
			if (onStop !== null) {
				process.off('SIGTSTP', onStop);
			}

			process.kill(0, 'SIGTSTP');
			// Without a shell that could bring them back nothing has stopped: then the screen comes back by itself.
			await Promise.race([continued, setTimeout(limit)]);
			if (onStop !== null) {
				process.on('SIGTSTP', onStop);
			}

			isSuspending = false;
			// A size that changed meanwhile was told to the shell only: Node asks for it at this signal.
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
