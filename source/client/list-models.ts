import type Anthropic from '@anthropic-ai/sdk';
import {describeError} from './describe-error.js';

/** In milliseconds: a person waits for the list. */
const patience = 10_000;
const pageSize = 1000;

/** A model as people choose it: what a request names, and what it is called. */
export type ListedModel = {readonly id: string; readonly name: string};

/** The models of the models API, newest first. Does not reject: `problem` says in a sentence why there are none. */
export async function listModels(
	client: Anthropic,
): Promise<{readonly models: readonly ListedModel[]; readonly problem: string | null}> {
	const models: ListedModel[] = [];
	try {
		for await (const {id, display_name: name} of client.models.list(
			{limit: pageSize},
			{maxRetries: 0, timeout: patience},
		)) {
			models.push({id, name});
		}

		return {models, problem: null};
	} catch (error) {
		return {models, problem: `The models cannot be listed. ${describeError(error).title}.`};
	}
}
