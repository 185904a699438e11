import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse, request as send} from 'node:http';
import undici, {type Dispatcher} from 'undici';
import type {AlterOptions} from '../../source/client/proxy/altered-body.js';
import {type ProxyOptions, startProxy} from '../../source/client/proxy/start-proxy.js';
import {createSecretMask} from '../../source/client/secret-mask.js';
import {createTapExchanges} from '../../source/client/tap-exchanges.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {createConditionWaiters} from './condition-waiters.js';

export type ProxiedOptions = {
	readonly token?: string;
	/** The upstream's own path. */
	readonly path?: string;
	/** Another upstream than the one that answers. */
	readonly upstream?: string;
	readonly dispatcher?: Dispatcher;
	readonly alter?: AlterOptions;
	readonly besides?: ProxyOptions['besides'];
	readonly emit?: (event: TraceEvent) => void;
};

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A proxy before an upstream that answers so. `ended` waits for so many ends in the trace. */
export async function proxied(answer: Answer, more: ProxiedOptions = {}) {
	const upstream = createServer((request, response) => {
		answer(request, response);
	});
	upstream.listen(0, '127.0.0.1');
	await once(upstream, 'listening');
	const address = upstream.address();
	const port = typeof address === 'object' ? address?.port : 0;
	const events: TraceEvent[] = [];
	const waiters = createConditionWaiters();
	const dispatcher = more.dispatcher ?? new undici.Agent();
	const proxy = await startProxy({
		upstream: new URL(more.upstream ?? `http://127.0.0.1:${port}${more.path ?? ''}`),
		dispatcher,
		host: '127.0.0.1',
		port: 0,
		token: more.token ?? null,
		besides: more.besides ?? (() => false),
		alter: more.alter ?? null,
		now: () => performance.now(),
		emit(event) {
			events.push(event);
			more.emit?.(event);
			waiters.check();
		},
		mask: createSecretMask([]),
		exchanges: createTapExchanges(),
		bodyLimit: 1_000_000,
	});
	return {
		url: proxy.url,
		upstreamPort: port,
		events,
		ended: (count = 1) =>
			waiters.wait(
				() => events.filter(({type}) => type === 'end').length === count,
				10_000,
				reason => `no end: ${reason}`,
			),
		async [Symbol.asyncDispose]() {
			await proxy[Symbol.asyncDispose]();
			await dispatcher.destroy();
			upstream.closeAllConnections();
			upstream.close();
		},
	};
}

/** Posts without anything that `fetch` would add, and gives the raw answer. */
export async function posted(
	url: string,
	body: string | Buffer = '{"stream":true}',
	headers: Record<string, string> = {},
) {
	const {promise, resolve, reject} = Promise.withResolvers<IncomingMessage>();
	send(url, {method: 'POST', headers: {'content-type': 'application/json', ...headers}}, resolve)
		.on('error', reject)
		.end(body);
	return promise;
}
