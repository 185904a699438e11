import type Anthropic from '@anthropic-ai/sdk';
import type {MessageParam} from '../analysis/conversation.js';

/** What a request asks for besides its messages. `thinking` is a budget in tokens, or `'adaptive'`. `undefined` leaves it to the API. */
export type ChatSettings = {
	readonly model: string;
	readonly maxTokens: number;
	readonly system?: string | undefined;
	readonly temperature?: number | undefined;
	readonly thinking?: number | 'adaptive' | undefined;
	readonly stopSequences?: readonly string[] | undefined;
};

/** The body of a request, without `stream`: what the API refuses in it comes back as the API's own error. */
export function messageParams(
	settings: ChatSettings,
	messages: readonly MessageParam[],
): Omit<Anthropic.MessageCreateParams, 'stream'> {
	const {model, maxTokens, system, temperature, thinking, stopSequences = []} = settings;
	return {
		model,
		max_tokens: maxTokens,
		...(system ? {system} : {}),
		...(temperature === undefined ? {} : {temperature}),
		...(thinking === undefined ? {} : {thinking: thinkingParam(thinking)}),
		...(stopSequences.length === 0 ? {} : {stop_sequences: [...stopSequences]}),
		// What a server sent goes back as it came: the SDK's types for answers and for requests differ, the wire's do not.
		messages: messages as unknown as Anthropic.MessageParam[],
	};
}

function thinkingParam(thinking: number | 'adaptive'): Anthropic.ThinkingConfigParam {
	return thinking === 'adaptive' ? {type: 'adaptive'} : {type: 'enabled', budget_tokens: thinking};
}
