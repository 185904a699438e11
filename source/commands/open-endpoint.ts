import type Anthropic from '@anthropic-ai/sdk';
import {createClient, hasCredential} from '../client/create-client.js';
import type {ResolvedOptions} from './options.js';
import {requestClient} from './request-options.js';
import {readScenarioChoice} from './scenario-choice.js';

/** What a command talks to. `demo` names the embedded server's scenario; `isFallback`: the demo answers only because no credential was found. */
export type Endpoint = AsyncDisposable & {
	readonly client: Anthropic;
	readonly demo: string | null;
	readonly isFallback: boolean;
};

/** The API if the SDK finds a credential, else the embedded demo server, which starts and ends with the endpoint. */
export async function openEndpoint(options: ResolvedOptions): Promise<Endpoint> {
	const {demo: scenario, demoSpeed, demoSeed} = options.values;
	const clientOptions = requestClient(options);
	const live = createClient(clientOptions);
	const isFallback = scenario === undefined && !(await hasCredential(live));
	if (scenario === undefined && !isFallback) {
		return {client: live, demo: null, isFallback, async [Symbol.asyncDispose]() {}};
	}

	// With a credential, the demo is not loaded.
	const {startDemoServer} = await import('../demo/demo-server.js');
	const choice = await readScenarioChoice(scenario ?? 'chat');
	const server = await startDemoServer({...choice, speed: demoSpeed, seed: demoSeed});
	return {
		client: createClient({...clientOptions, demo: server}),
		demo: server.scenario,
		isFallback,
		[Symbol.asyncDispose]: server.close,
	};
}
