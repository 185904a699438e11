import type {Random} from './random.js';

export type ResponseHeaders = Readonly<Record<string, string>>;

/** The headers of every response. */
export function identityHeaders(requestId: string, random: Random): ResponseHeaders {
	const ray = Array.from({length: 16}, () => random.integer(0, 15).toString(16)).join('');
	return {
		'request-id': requestId,
		'anthropic-organization-id': 'de300000-0000-4000-8000-000000000001',
		'cf-ray': `${ray}-LHR`,
		'x-robots-tag': 'none',
	};
}

type LimitFacts = {
	/** Wall-clock time in milliseconds. */
	readonly now: number;
	readonly requestsLeft: number;
	/** The input tokens of this request, which are subtracted from the limits. */
	readonly inputTokens: number;
};

/** How many requests the fictional organization may send per minute. */
const requestLimit = 4000;

/** What remains of the organization's limits in this minute. */
export function rateLimitHeaders({now, requestsLeft, inputTokens}: LimitFacts): ResponseHeaders {
	const reset = new Date(now + 1000).toISOString().replace(/\.\d+Z/, 'Z');
	const limits = [
		{name: 'requests', limit: requestLimit, remaining: requestsLeft},
		{name: 'tokens', limit: 2_400_000, remaining: 2_400_000 - inputTokens},
		{name: 'input-tokens', limit: 2_000_000, remaining: 2_000_000 - inputTokens},
		{name: 'output-tokens', limit: 400_000, remaining: 400_000},
	];
	const headers = limits.flatMap(({name, limit, remaining}) => [
		[`anthropic-ratelimit-${name}-limit`, String(limit)],
		[`anthropic-ratelimit-${name}-remaining`, String(Math.max(0, remaining))],
		[`anthropic-ratelimit-${name}-reset`, reset],
	]);
	return Object.fromEntries(headers);
}

type AnswerFacts = {
	readonly requestId: string;
	readonly random: Random;
	readonly now: number;
	readonly inputTokens: number;
	/** The server's processing time in milliseconds. */
	readonly serviceMs: number;
};

/** The headers of a message, streamed or not, without its content type. */
export function answerHeaders({requestId, random, serviceMs, ...facts}: AnswerFacts): ResponseHeaders {
	return {
		...identityHeaders(requestId, random),
		...rateLimitHeaders({...facts, requestsLeft: requestLimit - 1}),
		// The API sometimes sends it with a successful response, too.
		...(random.chance(0.3) && {'retry-after': String(random.integer(1, 59))}),
		'x-envoy-upstream-service-time': String(Math.round(serviceMs)),
	};
}
