import {cpus, loadavg, release, totalmem, type} from 'node:os';
import process from 'node:process';

/** The machine on which the figures were measured. */
export type Machine = {
	readonly cpu: string;
	readonly cores: number;
	/** GB of 1,000,000,000 bytes. */
	readonly memory: number;
	readonly kernel: string;
	readonly node: string;
	/** Load average of the minute before. A value near the number of cores makes the times worthless. */
	readonly load: number;
};

export const describeMachine = (): Machine => ({
	cpu: cpus()[0]?.model ?? 'unknown',
	cores: cpus().length,
	memory: Math.round(totalmem() / 1e8) / 10,
	kernel: `${type()} ${release()} ${process.arch}`,
	node: process.version,
	load: loadavg()[0] ?? 0,
});

export const machineLine = ({cpu, cores, memory, kernel, node, load}: Machine): string =>
	`${cpu}, ${cores} cores, ${memory} GB; ${kernel}; Node ${node.replace(/^v/, '')}; load ${load.toFixed(1)} before the start`;
