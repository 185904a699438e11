import {effortLevels, type ModelFacts} from '../messages/models.js';
import type {MessagesRequest} from './messages-request.js';

/**
 * Returns the API's message about the first thing in the request that this model refuses. Retired models, which only the demo answers as,
 * refuse nothing.
 */
export function checkModel(request: MessagesRequest, model: ModelFacts): string | undefined {
	if (model.lifecycle === 'retired') {
		return undefined;
	}

	return (
		checkThinkingType(request, model) ??
		checkEffort(request, model) ??
		checkMaxTokens(request, model) ??
		checkPrefill(request, model)
	);
}

/** Whether this model hides its thinking for this request: newer models do unless the request asks to display it. */
export function hidesThinking({thinking}: MessagesRequest, model: ModelFacts | null): boolean {
	const display = thinking?.display ?? (model?.thinking.includes('enabled') ? 'summarized' : 'omitted');
	return display === 'omitted';
}

function checkThinkingType({thinking}: MessagesRequest, model: ModelFacts): string | undefined {
	const type = thinking?.type;
	const isUnsupported =
		type !== undefined && !model.thinking.includes(type) && !(type === 'disabled' && !model.thinksByDefault);
	if (!isUnsupported) {
		return undefined;
	}

	if (type === 'adaptive') {
		return 'adaptive thinking is not supported on this model';
	}

	return model.thinking.includes('adaptive')
		? `"thinking.type.${type}" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.`
		: `"thinking.type.${type}" is not supported for this model.`;
}

function checkEffort({thinking, output_config: config}: MessagesRequest, model: ModelFacts) {
	const effort = config?.effort;
	if (!effort) {
		return undefined;
	}

	if (model.efforts.length === 0) {
		return 'This model does not support the effort parameter.';
	}

	if (!model.efforts.includes(effort)) {
		return `This model does not support effort level '${effort}'. Supported levels: ${model.efforts.toSorted().join(', ')}.`;
	}

	const limit = model.maxEffortWithoutThinking;
	const isOff = thinking?.type === 'disabled' || thinking?.type === 'between_tools';
	const rank = (level: string) => (effortLevels as readonly string[]).indexOf(level);
	return isOff && limit !== null && rank(effort) > rank(limit)
		? `output_config.effort '${effort}' is not supported when thinking is disabled on this model. Use effort '${limit}' or below, or enable thinking.`
		: undefined;
}

function checkMaxTokens({max_tokens: asked, model}: MessagesRequest, {maxOutput}: ModelFacts) {
	return asked !== undefined && maxOutput !== null && asked > maxOutput
		? `max_tokens: ${asked} > ${maxOutput}, which is the maximum allowed number of output tokens for ${model}`
		: undefined;
}

/** Models with adaptive thinking do not continue an answer that the request begins, except their own answer that paused for a server tool. */
function checkPrefill({messages}: MessagesRequest, {thinking}: ModelFacts): string | undefined {
	const last = messages.at(-1);
	const isPrefilled = last?.role === 'assistant' && thinking.includes('adaptive');
	const hasPaused =
		typeof last?.content === 'object' && last.content.some(({type}) => type === 'server_tool_use');
	return isPrefilled && !hasPaused
		? 'This model does not support assistant message prefill. The conversation must end with a user message.'
		: undefined;
}
