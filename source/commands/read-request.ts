import {readFile} from 'node:fs/promises';
import type {MessageParam} from '../analysis/conversation.js';
import {type MessageRequest, messageRequest} from '../client/message-request.js';
import type {ChatSettings} from '../messages/request/chat-settings.js';
import {fixWords} from '../messages/request/refusal.js';
import {describeFailure} from '../text/describe-failure.js';
import {isObject, type JsonObject, parseJson} from '../wire/json.js';
import type {ResolvedOptions} from './options.js';
import {requestSettings} from './request-options.js';
import {requestRefusal} from './request-refusal.js';
import {bodySettings, flaggedSettings, withSettings} from './session-settings.js';
import {UsageError} from './usage-error.js';

/** What to ask. `flagged` overrides the settings of a resumed session. `messages` are those in the file of `--body`. */
export type AskedRequest = {
	readonly settings: ChatSettings;
	readonly flagged: Partial<ChatSettings>;
	readonly messages: readonly MessageParam[];
};

/** Reads the options and the file of `--body`, which overrides the config file but not the flags. Throws a `UsageError` for any other file. */
export async function readRequest(options: ResolvedOptions): Promise<AskedRequest> {
	const {body: file} = options.values;
	const settings = requestSettings(options.values);
	const flagged = flaggedSettings(options);
	if (file === undefined) {
		return {settings, flagged, messages: []};
	}

	const body = await readBody(file);
	const {messages = []} = body;
	if (!Array.isArray(messages) || !messages.every(isObject)) {
		throw new UsageError(`${file}: the field "messages" is not a list of messages.`, bodyHint);
	}

	const over = withSettings({...settings, ...bodySettings(body)}, flagged);
	return {
		settings: over,
		flagged: {...bodySettings(body), ...flagged, set: over.set, betas: over.betas},
		messages: messages as unknown as readonly MessageParam[],
	};
}

const bodyHint =
	'It needs a request body, such as {"max_tokens": 1000, "messages": [{"role": "user", "content": "Hi"}]}.';

async function readBody(file: string): Promise<JsonObject> {
	const text = await readFile(file, 'utf8').catch(error => {
		throw new UsageError(`Cannot read ${file}: ${describeFailure(error, 'read')}.`, 'Choose another file.');
	});
	const body = parseJson(text.replace(/^\uFEFF/, ''));
	if (!isObject(body)) {
		throw new UsageError(`${file} is not a JSON object.`, bodyHint);
	}

	return body;
}

/** The request to send. If the API would reject it, throws a `UsageError` that says what to do instead. */
export function checkedRequest(
	settings: ChatSettings,
	messages: readonly MessageParam[],
	apiVersion?: string,
): MessageRequest {
	const refusal = requestRefusal({settings, messages, apiVersion});
	if (refusal !== null) {
		throw new UsageError(refusal.words, fixWords(refusal.fixes, 'flags'));
	}

	return messageRequest(settings, messages);
}
