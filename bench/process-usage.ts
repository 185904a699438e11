import {readdirSync, readFileSync} from 'node:fs';

/** Milliseconds of CPU that a process has used so far, all its threads together (Linux: `/proc/PID/task/TID/schedstat`, in ns). */
export const readCpu = (pid: number): number => {
	let nanoseconds = 0;
	for (const thread of readdirSync(`/proc/${pid}/task`)) {
		nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
	}

	return nanoseconds / 1e6;
};

/** The most memory that a process has held so far, in MB of 1,000,000 bytes (Linux: `VmHWM`). */
export const readPeakMemory = (pid: number): number => {
	const match = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	return (Number(match?.[1]) * 1024) / 1e6;
};
