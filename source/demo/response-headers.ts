import type {Random} from './random.js';

export type ResponseHeaders = Readonly<Record<string, string>>;

/** Requests and tokens that the made-up organization may use in a minute. */
const limits = {
	requests: 4000,
	'input-tokens': 2_000_000,
	'output-tokens': 400_000,
	tokens: 2_400_000,
} as const;

type HeaderFacts = {
	readonly requestId: string;
	readonly random: Random;
	/** Wall-clock time in milliseconds, for the resets of the rate limits. */
	readonly now: number;
	/** Input tokens of the request, which the limits still held feel. */
	readonly inputTokens: number;
	/** Milliseconds that the server took. */
	readonly serviceMs: number;
};

/** The headers that come with every answer of the API, without the content type. */
export function responseHeaders({
	requestId,
	random,
	now,
	inputTokens,
	serviceMs,
}: HeaderFacts): ResponseHeaders {
	const reset = new Date(now + 1000).toISOString().replace(/\.\d+Z/, 'Z');
	const rateLimits = Object.entries(limits).flatMap(([name, limit]) => {
		const used = name === 'requests' ? 1 : name === 'output-tokens' ? 0 : inputTokens;
		return [
			[`anthropic-ratelimit-${name}-limit`, String(limit)],
			[`anthropic-ratelimit-${name}-remaining`, String(Math.max(0, limit - used))],
			[`anthropic-ratelimit-${name}-reset`, reset],
		] as const;
	});

	return {
		...identityHeaders(requestId, random),
		...Object.fromEntries(rateLimits),
		'x-envoy-upstream-service-time': String(Math.round(serviceMs)),
	};
}

/** The headers of answers that no rate limit counts: errors of form, models, token counts. */
export function identityHeaders(requestId: string, random: Random): ResponseHeaders {
	const ray = Array.from({length: 16}, () => random.integer(0, 15).toString(16)).join('');
	return {
		'request-id': requestId,
		'anthropic-organization-id': 'de300000-0000-4000-8000-000000000001',
		'cf-ray': `${ray}-LHR`,
		'x-robots-tag': 'none',
	};
}
