import type Anthropic from '@anthropic-ai/sdk';
import type {MessageParam} from '../analysis/conversation.js';
import {type ModelFacts, modelFacts} from '../messages/models.js';
import type {ChatSettings} from '../messages/request/chat-settings.js';
import {requestBody} from '../messages/request/request-body.js';

/** What the SDK's helpers are called with: the parameters without `stream`, and headers for this request alone. */
export type MessageRequest = {
	readonly params: Omit<Anthropic.MessageCreateParams, 'stream'>;
	readonly headers: Readonly<Record<string, string>>;
};

/** The request that the settings and the messages make: what the API refuses in it comes back as the API's own error. */
export function messageRequest(
	settings: ChatSettings,
	messages: readonly MessageParam[],
	facts: ModelFacts | null = modelFacts(settings.model),
): MessageRequest {
	const {betas = []} = settings;
	return {
		// What a person set may be anything: the SDK sends it as it is.
		params: requestBody(settings, messages, facts).body as unknown as MessageRequest['params'],
		headers: betas.length === 0 ? {} : {'anthropic-beta': betas.join(',')},
	};
}
