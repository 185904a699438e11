import type {DrillCase, Expectation} from '../drill-case.js';

/** A whole answer after at most the SDKs' usual retries. */
export const whole: Expectation = {text: 'whole', end: 'success', requests: [1, 1]};

/** What came is kept, and a person learns that it is not whole. A client may ask again. */
export const broken: Expectation = {
	text: 'partial',
	end: 'failure',
	requests: [1, 5],
	reason:
		/cut|clos|reset|abort|terminat|incomplete|premature|truncat|interrupt|disconnect|connection|network|unexpected end|unexpected eof|ended|message_stop|stream/i,
};

/** Nothing of a message came. */
export const failed = (reason: RegExp, requests: Expectation['requests'] = [1, 1]): Expectation => ({
	text: 'none',
	end: 'failure',
	requests,
	reason,
});

/** The next request is answered. */
export const retried = (waitMs?: number): Expectation => ({
	text: 'whole',
	end: 'success',
	requests: [2, 5],
	...(waitMs === undefined ? {} : {waitMs}),
});

/** Either a whole answer or a failure that is told. */
export const tolerant: Expectation = {text: 'whole', end: 'either', requests: [1, 5]};

export const overloaded = /overloaded/i;
export const invalidJson = /json|parse|syntax|unexpected|malformed|invalid|decode|stream/i;
export const patience = /time|abort|cancel|silen|no (?:data|response|answer|event)|stall|idle/i;

export const drillCase = (
	name: string,
	faults: string,
	expects: Expectation,
	summary: string,
): DrillCase => ({
	name,
	faults,
	expects,
	summary,
});
