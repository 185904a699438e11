import {readFile} from 'node:fs/promises';
import type {Dispatcher} from 'undici';

type Environment = Readonly<Record<string, string | undefined>>;

/** The dispatcher type of Node's `fetch`. `null` means Node's own dispatcher. */
export type NetworkDispatcher = Pick<Dispatcher, 'dispatch'>;

/** The start of an error message about a certificate file. */
export const unreadableCertificates = 'Cannot read the certificates';

const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/**
 * Sends requests through the proxies in the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), and also trusts the certificates in the
 * PEM files `ca` and `SSL_CERT_FILE`. Not every supported version of Node does either by itself.
 */
export function apiDispatcher(environment: Environment, ca: string | undefined): NetworkDispatcher | null {
	const {SSL_CERT_FILE: file} = environment;
	const hasProxy = proxyVariables.some(name => environment[name]);
	if (!hasProxy && !ca && !file) {
		return null;
	}

	return lateDispatcher(async () => {
		const {EnvHttpProxyAgent} = (await import('undici')).default;
		const {NODE_EXTRA_CA_CERTS: extra} = environment;
		const trusted = ca || file ? {ca: await certificates([ca, file, extra])} : {};
		const {NO_PROXY: noProxy = environment.no_proxy ?? ''} = environment;
		return new EnvHttpProxyAgent({
			httpProxy: environment.http_proxy || environment.HTTP_PROXY || '',
			httpsProxy: environment.https_proxy || environment.HTTPS_PROXY || '',
			noProxy,
			// Many proxies tunnel only to port 443, so http is requested without a tunnel, as other programs do.
			proxyTunnel: false,
			connect: trusted,
			requestTls: trusted,
			proxyTls: trusted,
		});
	});
}

/** Connects directly, even if Node was told to use the proxies in the environment. */
export function directDispatcher({
	NODE_USE_ENV_PROXY: isUsed,
	NODE_OPTIONS: options = '',
}: Environment): NetworkDispatcher | null {
	const isProxied = (isUsed !== undefined && isUsed !== '0') || /--use-env-proxy/.test(options);
	return isProxied ? lateDispatcher(async () => new (await import('undici')).default.Agent()) : null;
}

/** Loads the dispatcher at the first request, so that starting without a request costs nothing. */
function lateDispatcher(load: () => Promise<NetworkDispatcher>): NetworkDispatcher {
	let loading: Promise<NetworkDispatcher> | null = null;
	return {
		dispatch(options, handler) {
			loading ??= load();
			loading.then(
				dispatcher => dispatcher.dispatch(options, handler),
				error => fail(handler, error),
			);
			return true;
		},
	};
}

/** Handlers of older Node versions use another name for it. */
function fail(
	handler: Dispatcher.DispatchHandler & {onError?: (error: Error) => void},
	error: unknown,
): void {
	const reason = error instanceof Error ? error : new Error(String(error));
	if (handler.onError) {
		handler.onError(reason);
	} else {
		// No connection was made, so there is nothing to control.
		handler.onResponseError?.(null as unknown as Dispatcher.DispatchController, reason);
	}
}

/** The certificates that Node trusts, and those in `files`. Loading node:tls takes 20 ms, so most starts do without. */
async function certificates(files: ReadonlyArray<string | undefined>): Promise<string[]> {
	const {rootCertificates} = await import('node:tls');
	return [...rootCertificates, ...(await readAll(files))];
}

async function readAll(files: ReadonlyArray<string | undefined>): Promise<readonly string[]> {
	const named = files.flatMap(file => (file ? [file] : []));
	return Promise.all(
		named.map(async file => {
			try {
				return await readFile(file, 'utf8');
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				throw new Error(`${unreadableCertificates}: ${reason}`);
			}
		}),
	);
}
