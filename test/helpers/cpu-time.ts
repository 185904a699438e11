import process from 'node:process';

/** The processor time spent on `work` in milliseconds, which other programs on the machine hardly affect. */
export function cpuTime(work: () => void): number {
	const before = process.cpuUsage();
	work();
	return process.cpuUsage(before).user / 1000;
}
