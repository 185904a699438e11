import {isObject} from '../../wire/json.js';
import {currentApiVersion, olderApiVersion, samplingFields} from '../request/check-request.js';

/** A request to the Messages API as sent. The credential is not part of it, only how it was sent. */
export type HttpRequest = {
	readonly url: string;
	readonly body: unknown;
	/** Names in lower case. Absent if they are not known. */
	readonly headers?: Readonly<Record<string, string>>;
	readonly auth?: 'bearer' | 'x-api-key';
};

/** The headers of a request that its code must name. `auth` is `null` for a request without a credential. */
export type CodeHeaders = {
	readonly version: string | null;
	readonly betas: string | null;
	readonly auth: 'bearer' | 'x-api-key' | null;
};

/**
 * The headers that were sent. If they are not known, those of the current version of the API, or of the older one if the body has fields that
 * only the older one takes.
 */
export function codeHeaders({headers, auth, body}: HttpRequest): CodeHeaders {
	if (headers !== undefined) {
		return {
			version: headers['anthropic-version'] ?? null,
			betas: headers['anthropic-beta'] ?? null,
			auth: auth ?? null,
		};
	}

	const isOlder = isObject(body) && samplingFields.some(name => Object.hasOwn(body, name));
	return isOlder
		? {version: olderApiVersion, betas: null, auth: auth ?? 'x-api-key'}
		: {version: currentApiVersion, betas: null, auth: auth ?? 'bearer'};
}

/** The URL without any user name and password. */
export function withoutCredentials(url: string): string {
	return url.replace(/^([\w+.-]+:\/\/)[^/?#]*@/, '$1');
}

/** The `baseURL` that makes the SDK call this URL, or `null` if it is the default. */
export function baseUrlOf(url: string): string | null {
	const [address = ''] = withoutCredentials(url).split(/[?#]/);
	const base = address.replace(/\/?(v1\/messages)?\/?$/, '');
	return base === 'https://api.anthropic.com' ? null : base;
}
