import type Anthropic from '@anthropic-ai/sdk';
import {decoded, urlSecrets} from '../wire/url-secrets.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The known credentials that a client sends. They must not reach a file. */
export function clientSecrets({apiKey, authToken}: Anthropic, environment: Environment): readonly string[] {
	return known([apiKey, authToken, ...environmentSecrets(environment)]);
}

/** The SDK's variables for credentials, and the proxy variables, whose addresses may contain a password. */
const secretVariables = [
	'ANTHROPIC_API_KEY',
	'ANTHROPIC_AUTH_TOKEN',
	'ANTHROPIC_IDENTITY_TOKEN',
	'ANTHROPIC_WEBHOOK_SIGNING_KEY',
];
/** An environment without the credentials in it, for programs that have no need of them. */
export function withoutCredentials(environment: Environment): Environment {
	const left = Object.entries(environment).filter(
		([name]) => !secretVariables.includes(name) && name !== 'ANTHROPIC_CUSTOM_HEADERS',
	);
	return Object.fromEntries(left);
}

const addressVariables = ['ANTHROPIC_BASE_URL', 'HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/** The credentials in an environment: keys and tokens, custom headers, and passwords in addresses. */
export function environmentSecrets(environment: Environment): readonly string[] {
	return known([
		...secretVariables.map(name => environment[name]),
		...addressVariables.flatMap(name => addressSecrets(environment[name] ?? '')),
		...customHeaders(environment)
			.filter(([name]) => !isPublicHeader(name))
			.flatMap(([, value]) => credentialsIn(value)),
	]);
}

/** The secrets in an address, and the form in which a proxy is sent them: some proxies pass that header on. */
function addressSecrets(address: string): readonly string[] {
	const {username, password} = URL.parse(address) ?? {username: '', password: ''};
	// The library also runs where there is no Buffer. `btoa` takes bytes as characters.
	const bytes = new TextEncoder().encode(`${decoded(username)}:${decoded(password)}`);
	const pair = btoa(String.fromCharCode(...bytes));
	return [...urlSecrets(address), ...(username === '' && password === '' ? [] : [pair])];
}

/** The headers that the SDK adds to each request: lines of `Name: value`. Source: the SDK's `client.ts`, the constructor. */
export function customHeaders({
	ANTHROPIC_CUSTOM_HEADERS: lines = '',
}: Environment): ReadonlyArray<readonly [name: string, value: string]> {
	return lines
		.split('\n')
		.filter(line => line.includes(':'))
		.map(line => {
			const colon = line.indexOf(':');
			return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
		});
}

/** The credentials among the headers of a request. */
export function headerSecrets(headers: Headers): readonly string[] {
	return known(
		[...headers]
			.filter(
				([name]) =>
					!isPublicHeader(name) && /auth|cookie|credential|key|password|secret|session|token/.test(name),
			)
			.flatMap(([, value]) => credentialsIn(value)),
	);
}

function isPublicHeader(name: string): boolean {
	return /^(accept.*|anthropic-(beta|version)|content-.*|user-agent|x-stainless-.*|idempotency-key)$/i.test(
		name,
	);
}

/** A token follows the name of its scheme (`Bearer …`), and a cookie follows its own name. */
function credentialsIn(value: string): readonly string[] {
	const credential = value.replace(/^(basic|bearer|digest|token)\s+/i, '');
	const cookies = /^[^\s=;]+=/.test(credential)
		? credential.split(/;\s*/).map(cookie => cookie.slice(cookie.indexOf('=') + 1))
		: [];
	return [credential, ...cookies];
}

function known(secrets: ReadonlyArray<string | null | undefined>): readonly string[] {
	return [
		...new Set(secrets.filter(secret => typeof secret === 'string' && secret !== '')),
	] as readonly string[];
}
