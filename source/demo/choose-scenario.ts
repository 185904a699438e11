import {userPrompts} from './conversation.js';
import type {MessagesRequest} from './messages-request.js';
import type {ScenarioBook} from './scenario-book.js';

/** Names the scenario of one answer. */
export const scenarioHeader = 'x-streamscope-scenario';

/** The scenario that a model's name asks for: `thinking` for `demo-thinking`. `null` for every other model. */
export function scenarioOfModel(model: string, book: Pick<ScenarioBook, 'has'>): string | null {
	const name = model.startsWith('demo-') ? model.slice('demo-'.length) : '';
	return book.has(name) ? name : null;
}

/** The scenario that a request asks for, by its header, its model or the first words of its prompt, as in `[thinking] Why?`. */
export function chosenScenario(
	request: MessagesRequest,
	header: string | undefined,
	book: Pick<ScenarioBook, 'has'>,
): string | null {
	const [, word = ''] = /^\[([a-z0-9-]+)\]/.exec(userPrompts(request).at(-1) ?? '') ?? [];
	if (header !== undefined && book.has(header)) {
		return header;
	}

	return scenarioOfModel(request.model, book) ?? (book.has(word) ? word : null);
}
