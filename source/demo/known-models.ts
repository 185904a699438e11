import {scenarioOfModel} from './choose-scenario.js';
import {demoModels} from './demo-models.js';
import type {ScenarioBook} from './scenario-book.js';

/** Retired models that lessons still use. */
const lessonModels = ['claude-3-haiku-20240307', 'claude-3-opus-20240229'];

/** Whether the demo answers as this model. An alias without a date counts too, and the name of a scenario as a model. */
export function isKnownModel(id: string, book: Pick<ScenarioBook, 'has'>): boolean {
	return (
		lessonModels.includes(id) ||
		scenarioOfModel(id, book) !== null ||
		demoModels.some(model => model.id === id || undated(model.id) === id)
	);
}

/** `claude-haiku-4-5` of `claude-haiku-4-5-20251001`. */
export function undated(id: string): string {
	return id.replace(/-\d{8}$/, '');
}
