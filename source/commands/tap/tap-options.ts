import {randomBytes} from 'node:crypto';
import {isLoopback, withoutUrlSecrets} from '../../wire/url-secrets.js';
import {UsageError} from '../usage-error.js';

export type TapFlags = {
	readonly upstream?: string;
	readonly host?: string;
	readonly port?: string;
	readonly env?: readonly string[];
	readonly print?: true;
	readonly otelContent?: true;
};

export type TapOptions = {
	readonly upstream: URL;
	readonly host: string;
	readonly port: number;
	/** A word in every path, where others can reach the proxy; `null` on this machine alone. */
	readonly token: string | null;
	readonly variables: readonly string[];
	readonly isPrinted: boolean;
};

const usualUpstream = 'https://api.anthropic.com';

/** Reads the flags. Throws a `UsageError` that says how to write what could not be read. */
export function tapOptions(
	{upstream, host = '127.0.0.1', port = '0', env = [], print}: TapFlags,
	environment: Readonly<Record<string, string | undefined>>,
): TapOptions {
	const address = upstream ?? environment.ANTHROPIC_BASE_URL ?? usualUpstream;
	const url = URL.parse(address);
	if (url === null || !/^https?:$/.test(url.protocol)) {
		throw new UsageError(
			`--upstream takes an address, not "${withoutUrlSecrets(address)}".`,
			'Write it like https://gateway.example/path.',
		);
	}

	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
		throw new UsageError(`--port takes a number up to 65535, not "${port}".`, 'Write it like --port 8788.');
	}

	if (port !== '0' && port === url.port && isLoopback(url.hostname)) {
		throw new UsageError(`The upstream ${url.origin} would be this proxy itself.`, 'Choose another --port.');
	}

	const wrong = env.find(name => !/^[A-Za-z_]\w*$/.test(name));
	if (wrong !== undefined) {
		throw new UsageError(
			`--env takes the name of a variable, not "${wrong}".`,
			'Write it like --env MY_BASE_URL.',
		);
	}

	return {
		...{upstream: url, host, port: Number(port), variables: env, isPrinted: print === true},
		token: isLoopback(host) ? null : randomBytes(16).toString('hex'),
	};
}
