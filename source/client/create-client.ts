import Anthropic from '@anthropic-ai/sdk';
import type {Fetch} from './fetch.js';

/**
 * Where the program sends its requests. With `demo` that is the embedded server at its URL; otherwise the SDK finds
 * the credential (and, without `baseUrl`, the address) by its own chain: environment, profile, config folder.
 */
export type ClientOptions = {
	readonly baseUrl?: string;
	readonly demo?: {readonly url: string};
	/** In milliseconds. */
	readonly timeout?: number;
	readonly fetch?: Fetch;
};

/** Makes the SDK's client. It never throws for a missing credential: the first request does. */
export function createClient({baseUrl, demo, timeout, fetch}: ClientOptions): Anthropic {
	return new Anthropic({
		logLevel: 'off',
		...(demo ? {baseURL: demo.url, apiKey: 'demo', authToken: null} : {}),
		...(baseUrl && !demo ? {baseURL: baseUrl} : {}),
		...(timeout === undefined ? {} : {timeout}),
		...(fetch === undefined ? {} : {fetch}),
	});
}

/**
 * True when the SDK's own chain finds a credential. A request is prepared and stopped at `fetch`, so that nothing is sent:
 * without a credential the SDK throws before it gets there.
 */
export async function hasCredential(client: Anthropic): Promise<boolean> {
	let reachedFetch = false;
	const probe = client.withOptions({
		maxRetries: 0,
		async fetch() {
			reachedFetch = true;
			throw new TypeError('only a probe');
		},
	});

	try {
		await probe.models.list();
	} catch {
		// Either the probe's own error or that of a missing credential.
	}

	return reachedFetch;
}
