import type {ClientOptions} from '../client/create-client.js';
import type {AnswerLimits} from '../client/limit-answers.js';
import type {ChatSettings} from '../messages/request/chat-settings.js';
import {plainSettings} from '../messages/request/request-body.js';
import type {OptionValues, ResolvedOptions} from './options.js';

/** The request fields that the options set. */
export function requestSettings(values: OptionValues): ChatSettings {
	const {model, maxTokens, system, thinking, effort, set, beta} = values;
	return plainSettings({
		model,
		maxTokens,
		system,
		thinking,
		effort,
		...(set.length === 0 ? {} : {set}),
		...(beta.length === 0 ? {} : {betas: beta}),
	});
}

/** The options that limit the size of an answer. */
export function answerLimits({maxAnswerEvents, maxAnswerBytes}: OptionValues): Partial<AnswerLimits> {
	return {events: maxAnswerEvents, bytes: maxAnswerBytes};
}

/** The client settings that the options set. The SDK reads an address in the environment itself. */
export function requestClient({values, origins}: ResolvedOptions): ClientOptions {
	const {baseUrl, timeout, ca, apiVersion, auth} = values;
	return {
		...(baseUrl === undefined || origins.baseUrl.from === 'environment' ? {} : {baseUrl}),
		...(timeout === undefined ? {} : {timeout: timeout * 1000}),
		...(ca === undefined ? {} : {ca}),
		...(apiVersion === undefined ? {} : {apiVersion}),
		...(auth === 'bearer' ? {} : {auth}),
	};
}
