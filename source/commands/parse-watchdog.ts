import {type Watchdog, watchdogSigns} from '../analysis/watchdog.js';
import {parseDuration} from './parse-duration.js';
import {UsageError} from './usage-error.js';

/** The help of `--watchdog` where streams are watched while they come. */
export const watchdogHelp = `mark where a client with this rule would have given up: '${watchdogSigns.join('|')} TIME'; can be repeated`;

/** Reads `content 90s`. */
export function parseWatchdog(text: string): Watchdog {
	const [, word = '', time = ''] = /^\s*(\S+)\s+(.+)$/.exec(text) ?? [];
	const sign = watchdogSigns.find(known => known === word.toLowerCase());
	if (sign === undefined) {
		throw new UsageError(
			`--watchdog takes what to wait for and how long, not "${text}".`,
			`Write it like 'content 90s'. It knows ${new Intl.ListFormat('en').format(watchdogSigns)}.`,
		);
	}

	return {sign, limit: parseDuration(time, '--watchdog')};
}
