import type {ChatSettings} from '../client/chat-settings.js';
import type {ClientOptions} from '../client/create-client.js';
import type {AnswerLimits} from '../client/limit-answers.js';
import type {OptionValues, ResolvedOptions} from './options.js';

/** What the options say of a request. */
export function requestSettings(values: OptionValues): ChatSettings {
	const {model, maxTokens, system, temperature, thinking} = values;
	return {model, maxTokens, system, temperature, thinking};
}

/** What the options say of the size of an answer. */
export function answerLimits({maxAnswerEvents, maxAnswerBytes}: OptionValues): Partial<AnswerLimits> {
	return {events: maxAnswerEvents, bytes: maxAnswerBytes};
}

/** What the options say of the client. An address in the environment is left to the SDK, which reads it there itself. */
export function requestClient({values, origins}: ResolvedOptions): ClientOptions {
	const {baseUrl, timeout, ca} = values;
	return {
		...(baseUrl === undefined || origins.baseUrl.from === 'environment' ? {} : {baseUrl}),
		...(timeout === undefined ? {} : {timeout: timeout * 1000}),
		...(ca === undefined ? {} : {ca}),
	};
}
