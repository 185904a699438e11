import type Anthropic from '@anthropic-ai/sdk';
import {sanitizeLine} from '../text/sanitize.js';
import {openModelBook} from './model-book.js';

export type WatchedModels = Disposable & {
	/** Says what the models API has said in the meantime and was not known before. */
	tell(): void;
};

/**
 * Says of each model whether it is deprecated or retired: at once what the built-in table knows. Meanwhile it asks the models API, and stops asking
 * at the end of the scope, so that nobody waits for it.
 */
export function watchModels(
	models: readonly string[],
	client: Anthropic,
	notify: (line: string) => void,
): WatchedModels {
	const stopped = new AbortController();
	const book = openModelBook(() => client);
	const told = new Map<string, string>();
	const tell = () => {
		for (const model of models) {
			const ending = book.ending(model);
			if (ending !== null && told.get(model) !== ending) {
				told.set(model, ending);
				notify(`${sanitizeLine(model)} ${sanitizeLine(ending)}.`);
			}
		}
	};

	tell();
	if (models.length > 0) {
		void book.ask(stopped.signal);
	}

	return {tell, [Symbol.dispose]: () => stopped.abort()};
}
