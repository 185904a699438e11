import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import process from 'node:process';

/** Linux tells of each process what it does and when it began. */
const hasProcessFiles = process.platform === 'linux' && existsSync('/proc/self/stat');

/**
 * What tells a process that lives from every other one: its id and when it began, since ids are given anew. The beginning is counted in
 * clock ticks since a start of the machine, which has an id of its own, or is the system's own date of it; Windows tells neither. `null` for
 * a process that has ended, also where its parent has not taken note of that yet.
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

/** Differs from one start of the machine to the next: https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html */
function bootId(): string {
	try {
		return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
	} catch {
		return '';
	}
}

/**
 * macOS and the BSDs have no such files, but a program that tells the same.
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
		// It ends so where there is no such process. Where there is no ps either, the id has to do.
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
