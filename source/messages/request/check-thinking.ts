import {isObject, type JsonObject} from '../../wire/json.js';
import {effortLevels, type ModelFacts} from '../models.js';
import type {Fix, Refusal} from './refusal.js';

/** The smallest budget: https://platform.claude.com/docs/en/build-with-claude/extended-thinking */
export const minBudget = 1024;

/** Refuses a type of thinking that the model does not support, and a budget that is too small or not below the limit. */
export function checkThinking(
	{thinking, max_tokens: limit}: JsonObject,
	facts: ModelFacts | null,
): Refusal | null {
	if (!isObject(thinking)) {
		return null;
	}

	const {type, budget_tokens: budget} = thinking;
	const kinds: readonly unknown[] = facts?.thinking ?? [type];
	if (facts !== null && !kinds.includes(type)) {
		return wrongKind(type, facts);
	}

	if (type !== 'enabled' || typeof budget !== 'number') {
		return null;
	}

	if (budget < minBudget) {
		return {
			words: `A thinking budget must be at least ${minBudget} tokens, not ${budget}.`,
			fixes: [setting('thinking', minBudget)],
		};
	}

	return typeof limit === 'number' && budget >= limit ? budgetOverLimit(budget, limit, facts) : null;
}

/** Thinking counts against the limit, so its budget must be below it. */
function budgetOverLimit(budget: number, limit: number, facts: ModelFacts | null): Refusal {
	const higher = Math.min(budget + 4096, facts?.maxOutput ?? Number.POSITIVE_INFINITY);
	return {
		words: `The thinking budget (${budget} tokens) must be lower than max tokens (${limit}).`,
		fixes: [
			...(higher > budget ? [setting('max-tokens', higher)] : []),
			limit > minBudget
				? setting('thinking', Math.max(minBudget, Math.floor(limit / 2)))
				: setting('thinking', 'off'),
		],
	};
}

function wrongKind(type: unknown, {id, thinking}: ModelFacts): Refusal {
	if (thinking.length === 0) {
		return {words: `${id} cannot think.`, fixes: [setting('thinking', 'default')]};
	}

	if (type === 'disabled') {
		return thinking.includes('between_tools')
			? {
					words: `${id} cannot turn thinking off completely: between_tools is its minimum.`,
					fixes: [setting('thinking', 'off')],
				}
			: {
					words: `${id} always thinks. A low effort makes it think less.`,
					fixes: [setting('thinking', 'default')],
				};
	}

	if (type === 'enabled') {
		return {
			words: `${id} does not accept a thinking budget. Its effort guides how much it thinks.`,
			fixes: [setting('thinking', 'adaptive')],
		};
	}

	return type === 'adaptive'
		? {words: `${id} does not support adaptive thinking, only a budget.`, fixes: [setting('thinking', 2048)]}
		: {
				words: `${id} does not support thinking of the type ${JSON.stringify(type)}.`,
				fixes: [setting('thinking', 'default')],
			};
}

/** Refuses an effort that the model does not have, or does not accept while its thinking is off. */
export function checkEffort(
	{output_config: output, thinking}: JsonObject,
	facts: ModelFacts | null,
): Refusal | null {
	const effort = isObject(output) ? output.effort : undefined;
	if (facts === null || typeof effort !== 'string') {
		return null;
	}

	const {id, efforts, maxEffortWithoutThinking: bound} = facts;
	if (!efforts.includes(effort)) {
		return efforts.length === 0
			? {words: `${id} has no effort levels.`, fixes: [setting('effort', 'default')]}
			: {
					words: `${id} does not have the effort level ${effort}. Its levels are ${efforts.join(', ')}.`,
					fixes: [setting('effort', efforts.at(-1) ?? 'default')],
				};
	}

	const isOff = isObject(thinking) && (thinking.type === 'disabled' || thinking.type === 'between_tools');
	const levels: readonly string[] = effortLevels;
	return isOff && bound !== null && levels.indexOf(effort) > levels.indexOf(bound)
		? {
				words: `With thinking off, ${id} accepts at most the effort ${bound}.`,
				fixes: [setting('effort', bound), setting('thinking', 'adaptive')],
			}
		: null;
}

function setting(name: string, value: string | number): Fix {
	return {kind: 'setting', name, value: String(value)};
}
