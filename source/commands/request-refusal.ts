import type {MessageParam} from '../analysis/conversation.js';
import {type ModelFacts, modelFacts} from '../messages/models.js';
import type {ChatSettings} from '../messages/request/chat-settings.js';
import {checkRequest, currentApiVersion} from '../messages/request/check-request.js';
import type {Refusal} from '../messages/request/refusal.js';
import {requestBody} from '../messages/request/request-body.js';

export type RefusalQuestion = {
	readonly settings: ChatSettings;
	readonly messages: readonly MessageParam[];
	readonly apiVersion?: string | undefined;
	/** What is known of the models, where the API was asked. */
	readonly factsOf?: (model: string) => ModelFacts | null;
};

/** Why a request would be refused; `null` where nothing is known against it. */
export function requestRefusal({
	settings,
	messages,
	apiVersion = currentApiVersion,
	factsOf = modelFacts,
}: RefusalQuestion): Refusal | null {
	const facts = factsOf(settings.model);
	const {body, misfits} = requestBody(settings, messages, facts);
	return checkRequest(body, {facts, apiVersion, betas: settings.betas ?? [], misfits});
}
