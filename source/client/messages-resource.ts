import type Anthropic from '@anthropic-ai/sdk';
import {type ApiSurface, surfaceOf} from '../messages/api-surface.js';
import type {Fetch} from './fetch.js';
import type {ExchangeOptions} from './message-exchange.js';

/** The surface that an exchange uses. A request that names a beta uses the SDK's beta helper. */
export function surfaceOfExchange({
	surface,
	headers = {},
}: Pick<ExchangeOptions, 'surface' | 'headers'>): ApiSurface {
	return surface ?? surfaceOf({url: '', headers});
}

/** The SDK's resource that an exchange calls, over a tapped wire. */
export function messagesResource(
	options: Pick<ExchangeOptions, 'client' | 'surface' | 'headers'>,
	tap: Fetch,
): Anthropic.Messages {
	const {messages, beta} = options.client.withOptions({fetch: tap});
	// The two resources know different blocks and fields, but the parts used here are the same.
	return surfaceOfExchange(options) === 'beta' ? (beta.messages as unknown as Anthropic.Messages) : messages;
}
