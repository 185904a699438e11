import type Anthropic from '@anthropic-ai/sdk';
import type {ModelFacts} from '../messages/models.js';
import type {JsonObject} from '../wire/json.js';
import {describeError} from './describe-error.js';
import {factsOfInfo} from './model-info.js';

/** In milliseconds: the user is waiting for the list. */
const patience = 10_000;
const pageSize = 1000;

/** A model as people choose it: what a request names, what it is called, and what it takes, as far as that is known. */
export type ListedModel = {readonly id: string; readonly name: string; readonly facts: ModelFacts | null};

/** The models of the models API, newest first. Does not reject; `problem` says in a sentence why there are none. */
export async function listModels(
	client: Anthropic,
	stopped?: AbortSignal,
): Promise<{readonly models: readonly ListedModel[]; readonly problem: string | null}> {
	const models: ListedModel[] = [];
	const options = {maxRetries: 0, timeout: patience, ...(stopped === undefined ? {} : {signal: stopped})};
	try {
		for await (const info of client.models.list({limit: pageSize}, options)) {
			const {id, display_name: name} = info;
			models.push({id, name, facts: factsOfInfo(info as unknown as JsonObject)});
		}

		return {models, problem: null};
	} catch (error) {
		return {models, problem: `Cannot list the models. ${describeError(error).title}.`};
	}
}
