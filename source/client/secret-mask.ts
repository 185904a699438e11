import process from 'node:process';
import type Anthropic from '@anthropic-ai/sdk';
import type {TraceError, TraceEvent} from '../trace/trace-event.js';
import {withoutSecrets} from '../wire/without-secrets.js';
import {clientSecrets} from './client-secrets.js';
import type {Fetch} from './fetch.js';

/** Takes credentials out of what is said of a failure: some servers send back what they were sent. What a model answers stays as it came. */
export type SecretMask = {
	/** Learns the credentials that go out: those that the SDK finds by itself stand nowhere else. */
	wrapFetch(fetch: Fetch): Fetch;
	/** The event as it may be shown and kept. Its attempt's response has to come before it. */
	event(event: TraceEvent): TraceEvent;
	error(error: TraceError): TraceError;
};

export function createSecretMask(client: Anthropic): SecretMask {
	const secrets = new Set(clientSecrets(client, process.env));
	let isRefused = false;
	return {
		wrapFetch: fetch => (input, init) => {
			for (const secret of sentSecrets(init?.headers)) {
				secrets.add(secret);
			}

			return fetch(input, init);
		},
		event(event) {
			isRefused = event.type === 'response' ? event.status >= 400 : isRefused;
			const isError =
				(event.type === 'body' && isRefused) || (event.type === 'sse' && event.event === 'error');
			return isError ? {...event, data: withoutSecrets(event.data, secrets)} : event;
		},
		error(error) {
			const mask = (text: string) => withoutSecrets(text, secrets);
			const {kind, title, detail, hint} = error;
			return {
				...error,
				kind: mask(kind),
				title: mask(title),
				detail: detail && mask(detail),
				hint: mask(hint),
			};
		},
	};
}

/** The SDK's two ways to send a credential, https://platform.claude.com/docs/en/api/overview; a token has the name of its scheme before it. */
function sentSecrets(init: ConstructorParameters<typeof Headers>[0]): readonly string[] {
	const headers = new Headers(init);
	const sent = [headers.get('x-api-key'), headers.get('authorization')?.replace(/^\S+\s+/, '')];
	return sent.filter(secret => typeof secret === 'string');
}
