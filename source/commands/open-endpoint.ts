import type Anthropic from '@anthropic-ai/sdk';
import {createClient, hasCredential} from '../client/create-client.js';
import type {ResolvedOptions} from './options.js';
import {requestClient} from './request-options.js';

/** Whom a command talks to. `demo` names the scenario of the embedded server; `isFallback`: nobody asked for it, but there is no credential. */
export type Endpoint = AsyncDisposable & {
	readonly client: Anthropic;
	readonly demo: string | null;
	readonly isFallback: boolean;
};

/** The API where the SDK finds a credential, else the embedded demo server, which is started for it and ends with it. */
export async function openEndpoint(options: ResolvedOptions): Promise<Endpoint> {
	const {demo: scenario, demoSpeed, demoSeed} = options.values;
	const clientOptions = requestClient(options);
	const live = createClient(clientOptions);
	const isFallback = scenario === undefined && !(await hasCredential(live));
	if (scenario === undefined && !isFallback) {
		return {client: live, demo: null, isFallback, async [Symbol.asyncDispose]() {}};
	}

	// With a credential nothing of the demo is needed.
	const {startDemoServer} = await import('../demo/demo-server.js');
	const server = await startDemoServer({scenario: scenario ?? 'chat', speed: demoSpeed, seed: demoSeed});
	return {
		client: createClient({...clientOptions, demo: server}),
		demo: server.scenario,
		isFallback,
		[Symbol.asyncDispose]: server.close,
	};
}
