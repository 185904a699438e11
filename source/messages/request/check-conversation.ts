import {isObject, type Json, type JsonObject, ownAt} from '../../wire/json.js';
import type {Refusal} from './refusal.js';

/** Refuses a request without a message, and a message or a text without content. The API lets only the last message of the model be empty. */
export function checkMessages({messages}: JsonObject): Refusal | null {
	if (!Array.isArray(messages)) {
		return null;
	}

	if (messages.length === 0) {
		return {words: 'The request has no messages: it needs at least one.', fixes: []};
	}

	const empty = messages.findIndex(
		(message, index) => isEmpty(message) && !(index === messages.length - 1 && isOfModel(message)),
	);
	return empty === -1
		? null
		: {words: `messages.${empty} is empty: give it content or leave it out.`, fixes: []};
}

function isEmpty(message: Json): boolean {
	const content = isObject(message) ? message.content : undefined;
	return (
		content === '' ||
		(Array.isArray(content) &&
			(content.length === 0 ||
				content.some(block => isObject(block) && block.type === 'text' && block.text === '')))
	);
}

function isOfModel(message: Json): boolean {
	return isObject(message) && message.role === 'assistant';
}

/**
 * Refuses a choice among tools that are not there, and a forced tool with a budget for thinking. Source of the second rule:
 * https://platform.claude.com/docs/en/build-with-claude/thinking#thinking-with-tool-use
 */
export function checkToolChoice(body: JsonObject): Refusal | null {
	const choice = ownAt(body, 'tool_choice');
	if (!isObject(choice)) {
		return null;
	}

	const {tools, mcp_servers: servers, thinking} = body;
	if (!isFilled(tools) && !isFilled(servers)) {
		return {
			words: 'tool_choice needs tools, but the request has none.',
			fixes: [{kind: 'unset', path: 'tool_choice'}],
		};
	}

	const isForced = choice.type === 'any' || choice.type === 'tool';
	return isForced && isObject(thinking) && thinking.type === 'enabled'
		? {
				words: `A thinking budget cannot be combined with a forced tool, but tool_choice is ${choice.type}.`,
				fixes: [
					{kind: 'unset', path: 'tool_choice'},
					{kind: 'setting', name: 'thinking', value: 'off'},
				],
			}
		: null;
}

function isFilled(list: Json | undefined): boolean {
	return Array.isArray(list) && list.length > 0;
}

/** Source: https://platform.claude.com/docs/en/build-with-claude/prompt-caching */
export const maxCacheMarks = 4;

/** Refuses more breakpoints of the cache than the API takes. */
export function checkCacheMarks(body: JsonObject): Refusal | null {
	const count = cacheMarks(body);
	return count <= maxCacheMarks
		? null
		: {
				words: `The API accepts at most ${maxCacheMarks} cache_control breakpoints, but the request has ${count}.`,
				fixes: isObject(body.cache_control) ? [{kind: 'unset', path: 'cache_control'}] : [],
			};
}

/** The breakpoints of the cache in a request. The field of the whole request counts as one. */
export function cacheMarks({tools, system, messages, cache_control: whole}: JsonObject): number {
	const contents = Array.isArray(messages)
		? messages.map(message => (isObject(message) ? message.content : null))
		: [];
	const marks = [tools, system, ...contents].reduce<number>((sum, list) => sum + marksIn(list), 0);
	return marks + (isObject(whole) ? 1 : 0);
}

/** The marks of tools or blocks. The result of a tool holds blocks of its own. */
function marksIn(list: Json | undefined): number {
	return Array.isArray(list)
		? list.reduce<number>(
				(sum, item) =>
					isObject(item) ? sum + (isObject(item.cache_control) ? 1 : 0) + marksIn(item.content) : sum,
				0,
			)
		: 0;
}
