import process from 'node:process';

/** Milliseconds on the system's monotonic clock, which every process of a machine shares on Linux. */
export const monotonicNow = (): number => Number(process.hrtime.bigint()) / 1e6;
