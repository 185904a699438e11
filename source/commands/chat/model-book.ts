import type Anthropic from '@anthropic-ai/sdk';
import {type ListedModel, listModels} from '../../client/list-models.js';
import {modelEnding} from '../../messages/model-ending.js';
import {type ModelFacts, modelFacts} from '../../messages/models.js';
import type {ChatServices} from '../../ui/slash/chat-services.js';

/** What a chat knows of the models: the built-in table, and over it what the models API said when it was last asked. */
export type ModelBook = {
	/** Asks the models API. Does not reject. */
	ask(): ReturnType<ChatServices['models']>;
	facts(model: string): ModelFacts | null;
	/** Whether and when a model retires, and what comes after it. */
	ending(model: string): string | null;
};

/** `today` is a day, `YYYY-MM-DD`. */
export function openModelBook(client: () => Anthropic, today: () => string): ModelBook {
	let listed: readonly ListedModel[] = [];
	const facts = (model: string) => listed.find(({id}) => id === model)?.facts ?? modelFacts(model);
	return {
		async ask() {
			const {models, problem} = await listModels(client());
			listed = models.length > 0 ? models : listed;
			return {
				models: models.map(({id, name, facts: known}) => ({id, name, ending: modelEnding(known, today())})),
				problem,
			};
		},
		facts,
		ending: model => modelEnding(facts(model), today()),
	};
}
