// Loaded into a measured process: at its end, prints its CPU time in seconds and its peak memory in MB, as a last line of JSON on standard error.

import process from 'node:process';

process.on('exit', () => {
	const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage();
	const usage = {cpu: (userCPUTime + systemCPUTime) / 1e6, peakMemory: (maxRSS * 1024) / 1e6};
	process.stderr.write(`\n${JSON.stringify(usage)}\n`);
});
