import {ownAt} from '../../wire/json.js';
import {isLoopback, withoutUrlSecrets} from '../../wire/url-secrets.js';
import {UsageError} from '../usage-error.js';

export type OtherAddress = {readonly url: string; readonly key: string | null};

/** What is no name of a file, and may hold a password: a user or a port, and no scheme. */
const bareAddress = /^\/\/|:[^/]*@|^[\w.-]+:\d+/;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The address to compare with and its key, or `null` for the name of a file. The API's key is never sent to another address. Throws a
 * `UsageError` for an address that could show a credential, or that would send its key unencrypted.
 */
export function otherAddress(
	against: string,
	keyEnv: string | undefined,
	env: Environment,
): OtherAddress | null {
	const shown = withoutUrlSecrets(against);
	if (!/^https?:\/\//i.test(against)) {
		if (bareAddress.test(against)) {
			throw new UsageError(`--against cannot use ${shown}.`, 'An address begins with https:// or http://.');
		}

		if (keyEnv !== undefined) {
			throw new UsageError(
				'--against-key-env needs an address.',
				'Use --against with one, such as https://gateway.example.com.',
			);
		}

		return null;
	}

	const url = URL.parse(against);
	if (url === null || [url.username, url.password, url.search, url.hash].some(part => part !== '')) {
		throw new UsageError(
			`--against cannot use ${shown}.`,
			'Use an address like https://gateway.example.com, without a user, a password or a query.',
		);
	}

	if (keyEnv === undefined) {
		return {url: against, key: null};
	}

	const key = ownAt(env, keyEnv);
	if (!key) {
		throw new UsageError(
			`The variable ${JSON.stringify(keyEnv)} holds no key.`,
			'--against-key-env takes the name of a variable, not the key itself.',
		);
	}

	if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
		throw new UsageError(
			`The key in ${keyEnv} is not sent to ${shown}, because http is not encrypted.`,
			'Use https, or a server on this machine.',
		);
	}

	return {url: against, key};
}
