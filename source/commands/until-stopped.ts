import {once} from 'node:events';
import process from 'node:process';

/** Resolves when the program is asked to end: Ctrl+C, `kill`, or a terminal that is closed. */
export async function untilStopped(): Promise<void> {
	await Promise.race((['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map(signal => once(process, signal)));
}
