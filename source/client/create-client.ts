import process from 'node:process';
import Anthropic from '@anthropic-ai/sdk';
import {customHeaders} from './client-secrets.js';
import type {Fetch} from './fetch.js';
import {apiDispatcher, directDispatcher} from './network-dispatcher.js';

type FetchOptions = NonNullable<ConstructorParameters<typeof Anthropic>[0]>['fetchOptions'] & object;

/**
 * Where the program sends its requests. With `demo` that is the embedded server at its URL; otherwise the SDK finds
 * the credential (and, without `baseUrl`, the address) by its own chain: environment, profile, config folder.
 */
export type ClientOptions = {
	readonly baseUrl?: string;
	readonly demo?: {readonly url: string};
	/** Another address than the API's. It gets the key that is its own, and nothing that is meant for the API. */
	readonly other?: {readonly url: string; readonly key: string | null};
	/** In milliseconds. */
	readonly timeout?: number;
	/** A PEM file of certificates to trust besides the usual ones. */
	readonly ca?: string;
	readonly fetch?: Fetch;
};

/**
 * Makes the SDK's client. It never throws for a missing credential: the first request does. It follows no redirect, so that the credential
 * stays with its host, and reaches the API by the proxies of the environment, the demo without.
 */
export function createClient({baseUrl, demo, other, timeout, ca, fetch}: ClientOptions): Anthropic {
	const dispatcher = demo ? directDispatcher(process.env) : apiDispatcher(process.env, ca);
	return new Anthropic({
		logLevel: 'off',
		fetchOptions: {redirect: 'manual', ...(dispatcher === null ? {} : {dispatcher})} as FetchOptions,
		...(baseUrl === undefined ? {} : {baseURL: baseUrl}),
		...(other ? apartFromApi(other.url, other.key) : {}),
		...(demo ? apartFromApi(demo.url, 'demo') : {}),
		...(timeout === undefined ? {} : {timeout}),
		...(fetch === undefined ? {} : {fetch}),
	});
}

/** Without a key the SDK sends a request only where the header that would hold it is left out on purpose. */
function apartFromApi(baseURL: string, key: string | null) {
	return {
		baseURL,
		apiKey: key ?? 'none',
		authToken: null,
		defaultHeaders: {...noCustomHeaders(), authorization: key === null ? null : `Bearer ${key}`},
	};
}

/** The SDK adds the headers of `ANTHROPIC_CUSTOM_HEADERS` to each request: they are meant for the API alone. */
function noCustomHeaders(): Readonly<Record<string, null>> {
	return Object.fromEntries(customHeaders(process.env).map(([name]) => [name, null]));
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
