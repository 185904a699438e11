import {withoutUrlSecrets} from '../wire/url-secrets.js';
import {UsageError} from './usage-error.js';

/** The address of a server that is asked. Throws a `UsageError` if it is none. */
export function readUpstream(address: string): URL {
	const url = URL.parse(address);
	if (url === null || !/^https?:$/.test(url.protocol)) {
		throw new UsageError(
			`--upstream takes an address, not "${withoutUrlSecrets(address)}".`,
			'Write it like https://gateway.example/path.',
		);
	}

	return url;
}
