import {existsSync, readFileSync} from 'node:fs';
import process from 'node:process';

/** Linux tells of each process what it does and when it began. */
const hasProcessFiles = process.platform === 'linux' && existsSync('/proc/self/stat');

/**
 * What tells a process that lives from every other one: its id and, where the system says it, when it began, since ids are given anew.
 * `null` for one that has ended, also where its parent has not taken note of that yet.
 */
export function processIdentity(pid: number): string | null {
	if (!Number.isSafeInteger(pid) || pid < 1) {
		return null;
	}

	if (!hasProcessFiles) {
		return isAlive(pid) ? String(pid) : null;
	}

	const {state, start} = readStat(pid) ?? {state: 'X', start: ''};
	return 'ZXx'.includes(state) ? null : `${pid} ${start}`;
}

/**
 * A letter for the state, and the clock ticks from the machine's start to that of the process. The program's name stands in brackets before
 * them and may hold anything.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
function readStat(pid: number): {readonly state: string; readonly start: string} | null {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
		const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
		return {state: fields[0] ?? '', start: fields[19] ?? ''};
	} catch {
		return null;
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
