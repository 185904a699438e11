import {demoModels} from './demo-models.js';

/** Ids that the SDK's `Model` type names besides those that the models API lists here, and two retired ones that lessons still use. */
const others = [
	'claude-fable-5-2',
	'claude-mythos-5-2',
	'claude-fable-5-1',
	'claude-mythos-5-1',
	'claude-fable-5',
	'claude-mythos-5',
	'claude-opus-4-8',
	'claude-opus-4-7',
	'claude-mythos-preview',
	'claude-sonnet-4-6',
	'claude-opus-4-5',
	'claude-opus-4-5-20251101',
	'claude-sonnet-4-5',
	'claude-sonnet-4-5-20250929',
	'claude-3-haiku-20240307',
	'claude-3-opus-20240229',
];

/** Whether the demo answers as this model. An alias without its date means the model. */
export function isKnownModel(id: string): boolean {
	return others.includes(id) || demoModels.some(model => model.id === id || undated(model.id) === id);
}

/** `claude-haiku-4-5` of `claude-haiku-4-5-20251001`. */
export function undated(id: string): string {
	return id.replace(/-\d{8}$/, '');
}
