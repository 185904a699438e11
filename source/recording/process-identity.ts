import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import process from 'node:process';

/** On Linux, the state and the start time of each process are here. */
const hasProcessFiles = process.platform === 'linux' && existsSync('/proc/self/stat');

/**
 * Identifies a running process by its id and its start time, because ids are reused. The start time is in clock ticks since a machine start
 * that has its own id, or a date from the system; Windows has neither. `null` for a process that has ended, even if its parent has not
 * noticed yet.
 */
export function processIdentity(pid: number): string | null {
	if (!Number.isSafeInteger(pid) || pid < 1) {
		return null;
	}

	if (hasProcessFiles) {
		const {state, start} = readStat(pid) ?? {state: 'X', start: ''};
		return 'ZXx'.includes(state) ? null : [pid, start, bootId()].filter(part => part !== '').join(' ');
	}

	if (!isAlive(pid)) {
		return null;
	}

	return process.platform === 'win32' ? String(pid) : identityFromPs(pid);
}

/**
 * The letter of the state, and the clock ticks from the machine's start to the start of the process. The program's name comes before them,
 * in brackets, and may contain anything.
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

/** Changes with each start of the machine: https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html */
function bootId(): string {
	try {
		return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
	} catch {
		return '';
	}
}

/**
 * macOS and the BSDs have no such files, but `ps` reports the same.
 * @internal
 */
export function identityFromPs(pid: number): string | null {
	try {
		const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
			encoding: 'latin1',
			env: {...process.env, LC_ALL: 'C', TZ: 'UTC'},
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		const [state = '', ...start] = line.trim().split(/\s+/);
		return state === '' || state.startsWith('Z') ? null : `${pid} ${start.join(' ')}`;
	} catch (error) {
		// ps ends like this if there is no such process. Without ps, the id must be enough.
		return (error as NodeJS.ErrnoException).code === 'ENOENT' ? String(pid) : null;
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
