import {once} from 'node:events';
import {setTimeout} from 'node:timers/promises';

/** In milliseconds: a process that was going to stop has stopped by then. */
const limit = 100;

/** Stops this process and those that started it, as Ctrl+Z does, until the shell brings them back. */
export async function suspendGroup(process: NodeJS.Process): Promise<void> {
	const continued = once(process, 'SIGCONT');
	process.kill(0, 'SIGTSTP');
	// Without a shell that could bring them back nothing has stopped: then the screen comes back by itself.
	await Promise.race([continued, setTimeout(limit)]);
}
