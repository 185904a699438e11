import {scenarioOfModel} from './choose-scenario.js';
import {demoModels} from './demo-models.js';
import type {ScenarioBook} from './scenario-book.js';

/** Retired models that lessons still use. */
const lessonModels = [
	'claude-instant-1.2',
	'claude-2.1',
	'claude-3-haiku-20240307',
	'claude-3-sonnet-20240229',
	'claude-3-opus-20240229',
	'claude-3-5-sonnet-20240620',
	'claude-3-5-sonnet-20241022',
	'claude-3-5-haiku-20241022',
	'claude-3-7-sonnet-20250219',
	'claude-opus-4-20250514',
	'claude-sonnet-4-20250514',
	'claude-opus-4-1-20250805',
];

/** Whether the demo answers as this model. An alias without a date, or with `-latest`, counts too, and the name of a scenario as a model. */
export function isKnownModel(id: string, book: Pick<ScenarioBook, 'has'>): boolean {
	return (
		lessonModels.some(model => model === id || undated(model) === id.replace(/-latest$/, '')) ||
		scenarioOfModel(id, book) !== null ||
		demoModels.some(model => model.id === id || undated(model.id) === id)
	);
}

/** `claude-haiku-4-5` of `claude-haiku-4-5-20251001`. */
export function undated(id: string): string {
	return id.replace(/-\d{8}$/, '');
}
