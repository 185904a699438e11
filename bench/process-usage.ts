import {readdirSync, readFileSync} from 'node:fs';

/** In milliseconds: the CPU time that a process has used, and the time that it was ready but waited for a CPU. */
export type CpuUsage = {readonly used: number; readonly waited: number};

/** The usage so far of all threads of a process (Linux: `/proc/PID/task/TID/schedstat`, which counts in nanoseconds). */
export const readCpu = (pid: number): CpuUsage => {
	const threads = readdirSync(`/proc/${pid}/task`).map(thread =>
		readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ').map(Number),
	);
	const sum = (field: number): number =>
		threads.reduce((total, fields) => total + (fields[field] ?? 0), 0) / 1e6;
	return {used: sum(0), waited: sum(1)};
};

/** The most memory that a process has held so far, in MB of 1,000,000 bytes (Linux: `VmHWM`). */
export const readPeakMemory = (pid: number): number => {
	const match = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	return (Number(match?.[1]) * 1024) / 1e6;
};
