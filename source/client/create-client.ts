import process from 'node:process';
import Anthropic from '@anthropic-ai/sdk';
import {customHeaders} from './client-secrets.js';
import type {Fetch} from './fetch.js';
import {apiDispatcher, directDispatcher} from './network-dispatcher.js';

type FetchOptions = NonNullable<ConstructorParameters<typeof Anthropic>[0]>['fetchOptions'] & object;

/**
 * Where the program sends its requests. With `demo`, to the URL of the embedded server. Otherwise the SDK finds the credential (and, without
 * `baseUrl`, the address) by its own chain: environment, profile, config folder.
 */
export type ClientOptions = {
	readonly baseUrl?: string;
	readonly demo?: {readonly url: string};
	/** An address other than the API's. It gets only its own key, and nothing intended for the API. */
	readonly other?: {readonly url: string; readonly key: string | null};
	/** In milliseconds. */
	readonly timeout?: number;
	/** The header `anthropic-version`, a day; without it the SDK's own. */
	readonly apiVersion?: string;
	/** `x-api-key` sends an API key in the header of that name; without it the SDK sends it as a bearer token. */
	readonly auth?: 'x-api-key';
	/** A PEM file of additional certificates to trust. */
	readonly ca?: string;
	readonly fetch?: Fetch;
};

/**
 * Creates the SDK's client. A missing credential throws at the first request, not here. The client follows no redirects, so that the
 * credential stays with its host. It reaches the API through the proxies in the environment, and the demo directly.
 */
export function createClient(options: ClientOptions): Anthropic {
	const {baseUrl, demo, other, timeout, ca, fetch} = options;
	const dispatcher = demo ? directDispatcher(process.env) : apiDispatcher(process.env, ca);
	return new Anthropic({
		logLevel: 'off',
		fetchOptions: {redirect: 'manual', ...(dispatcher === null ? {} : {dispatcher})} as FetchOptions,
		...(baseUrl === undefined ? {} : {baseURL: baseUrl}),
		defaultHeaders: chosenHeaders(options, process.env.ANTHROPIC_API_KEY),
		...(other ? apartFromApi(other.url, other.key, options) : {}),
		...(demo ? apartFromApi(demo.url, 'demo', options) : {}),
		...(timeout === undefined ? {} : {timeout}),
		...(fetch === undefined ? {} : {fetch}),
	});
}

/** Without a key, the SDK sends a request only if the key's header is explicitly omitted. */
function apartFromApi(baseURL: string, key: string | null, options: ClientOptions) {
	return {
		baseURL,
		apiKey: key ?? 'none',
		authToken: null,
		defaultHeaders: {
			...noCustomHeaders(),
			authorization: key === null ? null : `Bearer ${key}`,
			...chosenHeaders(options, key ?? undefined),
		},
	};
}

/** Without an API key the SDK's own chain goes on: `x-api-key` takes no token of a profile. */
function chosenHeaders(
	{apiVersion, auth}: ClientOptions,
	key: string | undefined,
): Readonly<Record<string, string | null>> {
	return {
		...(apiVersion === undefined ? {} : {'anthropic-version': apiVersion}),
		...(auth === undefined || !key ? {} : {'x-api-key': key, authorization: null}),
	};
}

/** The SDK adds the headers of `ANTHROPIC_CUSTOM_HEADERS` to each request. They are only for the API. */
function noCustomHeaders(): Readonly<Record<string, null>> {
	return Object.fromEntries(customHeaders(process.env).map(([name]) => [name, null]));
}

/**
 * True if the SDK's own chain finds a credential. A request is prepared and stopped at `fetch`, so nothing is sent. Without a credential, the
 * SDK throws before it calls `fetch`.
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
		// Either the probe's own error or the one for a missing credential.
	}

	return reachedFetch;
}
