import Anthropic from '@anthropic-ai/sdk';
import {type DemoServer, startDemoServer} from '../../source/demo/demo-server.js';
import type {DemoScenarioName} from '../../source/demo/scenario-names.js';

type DemoUse = {
	readonly server: DemoServer;
	/** A client that never retries by itself, so that each test sees each answer. */
	readonly client: Anthropic;
};

/** Runs `use` against a server without delays and closes it afterwards. */
export async function withDemoServer<T>(
	scenario: DemoScenarioName,
	use: (demo: DemoUse) => Promise<T>,
	seed = 7,
): Promise<T> {
	const server = await startDemoServer({scenario, speed: 'max', seed});
	try {
		// Errors are what some scenarios are about; the SDK need not print them.
		const client = new Anthropic({baseURL: server.url, apiKey: 'demo', maxRetries: 0, logLevel: 'off'});
		return await use({server, client});
	} finally {
		await server.close();
	}
}

/** A request that asks one thing. */
export function ask(prompt: string) {
	return {
		model: 'claude-haiku-5-5',
		max_tokens: 8192,
		messages: [{role: 'user' as const, content: prompt}],
	};
}

type PostOptions = {readonly path?: string; readonly headers?: Readonly<Record<string, string>>};

/** The version that clients sent until October 2026; the SDK sends 2026-10-21. */
const olderHeaders = {'x-api-key': 'demo', 'anthropic-version': '2023-06-01'};

/** Posts a body as it is, without the SDK. */
export function post(
	url: string,
	body: unknown,
	{path = '/v1/messages', headers = olderHeaders}: PostOptions = {},
): Promise<Response> {
	return fetch(url + path, {
		method: 'POST',
		headers: {...headers, 'content-type': 'application/json'},
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
}

/** The body as far as it comes, and whether it came to its end. */
export async function readWhatComes(
	response: Response,
): Promise<{readonly text: string; readonly isWhole: boolean}> {
	const decoder = new TextDecoder();
	let text = '';
	try {
		for await (const chunk of response.body ?? []) {
			text += decoder.decode(chunk, {stream: true});
		}

		return {text, isWhole: true};
	} catch {
		return {text, isWhole: false};
	}
}

/** The text of all text blocks. */
export function textOf(message: {
	readonly content: ReadonlyArray<{readonly type: string; readonly text?: string}>;
}): string {
	return message.content.map(block => block.text ?? '').join('');
}
