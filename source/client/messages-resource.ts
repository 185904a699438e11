import type Anthropic from '@anthropic-ai/sdk';
import {type ApiSurface, surfaceOf} from '../messages/api-surface.js';
import type {Fetch} from './fetch.js';

export type ResourceOptions = {
	readonly client: Anthropic;
	readonly surface?: ApiSurface;
	/** Names in lower case. */
	readonly headers?: Readonly<Record<string, string>>;
};

/** The surface that an exchange uses. A request that names a beta uses the SDK's beta helper. */
export function surfaceOfExchange({surface, headers = {}}: ResourceOptions): ApiSurface {
	return surface ?? surfaceOf({url: '', headers});
}

/** The SDK's resource that an exchange calls, over a tapped wire. */
export function messagesResource(options: ResourceOptions, tap: Fetch): Anthropic.Messages {
	return resourceOf(options.client.withOptions({fetch: tap}), surfaceOfExchange(options));
}

/** The same of a client that has its `fetch`. */
export function resourceOf({messages, beta}: Anthropic, surface: ApiSurface): Anthropic.Messages {
	// The two resources know different blocks and fields, but the parts used here are the same.
	return surface === 'beta' ? (beta.messages as unknown as Anthropic.Messages) : messages;
}
