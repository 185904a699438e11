import {readFile} from 'node:fs/promises';
import {rootCertificates} from 'node:tls';
import type {Dispatcher} from 'undici';

type Environment = Readonly<Record<string, string | undefined>>;

/** What Node's `fetch` takes for a dispatcher. Where one is `null`, Node's own does. */
export type NetworkDispatcher = Pick<Dispatcher, 'dispatch'>;

/** How the error begins that a certificate file causes. */
export const unreadableCertificates = 'The certificates cannot be read';

const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/**
 * Sends requests by way of the proxies that the environment names (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`) and trusts, besides the usual
 * certificates, those of the PEM file `ca` and of `SSL_CERT_FILE`. Node knows neither by itself in each version that we run on.
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
		const trusted = ca || file ? {ca: [...rootCertificates, ...(await readAll([ca, file, extra]))]} : {};
		const {NO_PROXY: noProxy = environment.no_proxy ?? ''} = environment;
		return new EnvHttpProxyAgent({
			httpProxy: environment.http_proxy || environment.HTTP_PROXY || '',
			httpsProxy: environment.https_proxy || environment.HTTPS_PROXY || '',
			noProxy,
			// Proxies that tunnel to port 443 only are common: http is asked for in the open, as by other programs.
			proxyTunnel: false,
			connect: trusted,
			requestTls: trusted,
			proxyTls: trusted,
		});
	});
}

/** Goes straight to its host, also where Node was told to use the proxies of the environment. */
export function directDispatcher({
	NODE_USE_ENV_PROXY: isUsed,
	NODE_OPTIONS: options = '',
}: Environment): NetworkDispatcher | null {
	const isProxied = (isUsed !== undefined && isUsed !== '0') || /--use-env-proxy/.test(options);
	return isProxied ? lateDispatcher(async () => new (await import('undici')).default.Agent()) : null;
}

/** Loads what dispatches with the first request: a start without a request costs nothing. */
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

/** Handlers of older Nodes have another name for it. */
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
