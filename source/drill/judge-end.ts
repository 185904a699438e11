import type {Judge} from './judgement.js';

const stackTrace =
	/^Traceback \(most recent call last\)|^\s+at .+[:(]\d+:\d+\)?$|^goroutine \d+ \[|^panic: /m;

/** A shell's exit codes for a process that a signal ended: SIGABRT, SIGBUS, SIGSEGV. */
const crashCodes = new Set([134, 135, 139]);

/** Did it finish, hang or crash, and does its exit code tell the truth? */
export const judgeEnd: Judge = ({end, duration, stdout, stderr}, {expects}) => {
	switch (end.kind) {
		case 'overtime':
			return expects.overtime === 'weak'
				? {level: 'weak', words: `had not given up after ${seconds(end.limit)}`}
				: {level: 'bad', words: `hung: was still running after ${seconds(end.limit)}`};
		case 'signal':
			return {level: 'bad', words: `crashed: ended by ${end.signal}`};
		case 'exit': {
			if (crashCodes.has(end.code)) {
				return {level: 'bad', words: `crashed: exit code ${end.code}`};
			}

			if (end.code !== 0 && stackTrace.test(stderr) && !expects.reason?.test(stderr)) {
				return {level: 'bad', words: 'crashed: ended with a stack trace'};
			}

			const hasFailed = end.code !== 0 || stderr.trim() !== '' || hasSaidWhy(stdout, expects.reason);
			if (expects.end === 'failure' && !hasFailed) {
				return {level: 'bad', words: 'called it a success'};
			}

			return expects.end === 'success' && end.code !== 0
				? {level: 'bad', words: `failed with exit code ${end.code}, though the answer was whole`}
				: {level: 'good', words: `finished in ${seconds(duration)}`};
		}
	}
};

/** Some clients print errors to stdout. */
function hasSaidWhy(stdout: string, reason: RegExp | undefined): boolean {
	return reason?.test(stdout) ?? false;
}

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
