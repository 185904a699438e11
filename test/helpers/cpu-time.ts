import process from 'node:process';

/** The milliseconds that the processor spent on `work`, which other programs on the machine hardly change. */
export function cpuTime(work: () => void): number {
	const before = process.cpuUsage();
	work();
	return process.cpuUsage(before).user / 1000;
}
