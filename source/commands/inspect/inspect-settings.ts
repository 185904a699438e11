import type {PriceList} from '../../messages/prices.js';
import {parseDuration} from '../parse-duration.js';
import {parseWatchdog} from '../parse-watchdog.js';
import {UsageError} from '../usage-error.js';
import type {InspectSettings} from './file-report.js';
import {parseRuleFilter} from './rule-filter.js';

export type JudgingFlags = {
	readonly strict?: true;
	/** `true` lists the rules. */
	readonly rules?: true | string;
	readonly maxTtft?: string;
	readonly maxGap?: string;
	readonly maxReadsPerEvent?: string;
	readonly watchdog?: readonly string[];
	readonly stats?: true;
};

/** What the flags ask to judge. Throws a `UsageError`. */
export function inspectSettings(own: JudgingFlags, prices: PriceList): InspectSettings {
	const time = (text: string | undefined, option: string) =>
		text === undefined ? null : parseDuration(text, option);
	return {
		isStrict: own.strict === true,
		prices,
		budgets: {
			ttft: time(own.maxTtft, '--max-ttft'),
			gap: time(own.maxGap, '--max-gap'),
			readsPerEvent: own.maxReadsPerEvent === undefined ? null : parseNumber(own.maxReadsPerEvent),
		},
		watchdogs: (own.watchdog ?? []).map(parseWatchdog),
		hasStatistics: own.stats === true,
		...(typeof own.rules === 'string' ? {includes: parseRuleFilter(own.rules)} : {}),
	};
}

function parseNumber(text: string): number {
	const value = Number(text);
	if (text.trim() === '' || !Number.isFinite(value) || value <= 0) {
		throw new UsageError(
			`--max-reads-per-event takes a number above 0, not "${text}".`,
			'Write it like 1.5.',
		);
	}

	return value;
}
