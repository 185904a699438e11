import type Anthropic from '@anthropic-ai/sdk';
import {type ListedModel, listModels} from '../client/list-models.js';
import {modelEnding} from '../messages/model-ending.js';
import {type ModelFacts, modelFacts} from '../messages/models.js';
import type {ChatServices} from '../ui/slash/chat-services.js';

/** What is known of the models: the built-in table, and over it what the models API said. */
export type ModelBook = {
	/** Asks the models API, once for each client that gets an answer. Does not reject. */
	ask(stopped?: AbortSignal): ReturnType<ChatServices['models']>;
	facts(model: string): ModelFacts | null;
	/** Whether and when a model retires, and what comes after it. */
	ending(model: string): string | null;
};

/** `today` returns a day, `YYYY-MM-DD`. */
export function openModelBook(client: () => Anthropic, today: () => string = utcDay): ModelBook {
	let listed: {readonly by: Anthropic; readonly models: readonly ListedModel[]} | null = null;
	let told: ReadonlyMap<string, ModelFacts> = new Map();
	const facts = (model: string) => told.get(model) ?? modelFacts(model);
	return {
		async ask(stopped) {
			const by = client();
			const {models, problem} =
				listed?.by === by ? {models: listed.models, problem: null} : await listModels(by, stopped);
			// A later question may have been answered by another client.
			if (models.length > 0 && by === client()) {
				listed = {by, models};
				told = factsByName(models);
			}

			return {
				models: models.map(({id, name, facts: known}) => ({id, name, ending: modelEnding(known, today())})),
				problem,
			};
		},
		facts,
		ending: model => modelEnding(facts(model), today()),
	};
}

/** Also by the names without their days. The newest model comes first, and keeps the name. */
function factsByName(models: readonly ListedModel[]): ReadonlyMap<string, ModelFacts> {
	const named = models.flatMap(({id, facts}) => (facts === null ? [] : [[id, facts] as const]));
	return new Map([...named.map(([id, facts]) => [undated(id), facts] as const).toReversed(), ...named]);
}

function undated(id: string): string {
	return id.replace(/-20\d{6}$/, '');
}

function utcDay(): string {
	return new Date().toISOString().slice(0, 10);
}
