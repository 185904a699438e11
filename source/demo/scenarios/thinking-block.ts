import {modelFacts} from '../../messages/models.js';
import type {AnswerBlock, Scene} from '../answer.js';
import {createOpaque} from '../create-id.js';
import {hidesThinking} from '../model-rules.js';
import {countTokens} from '../tokens.js';

/**
 * A thinking block, or none if the request turns thinking off. Its text is left out as on the API: if the request asks for that, or if the
 * request does not say how to display thinking and the model hides it by default.
 */
export function thinkingBlocks(thinking: string, {request, random}: Scene): AnswerBlock[] {
	const type = request.thinking?.type;
	if (type === 'disabled' || type === 'between_tools') {
		return [];
	}

	const signature = createOpaque(504 + Math.round(thinking.length * 1.2), random);
	const isHidden = type !== undefined && hidesThinking(request, modelFacts(request.model));
	return isHidden
		? [{type: 'thinking', thinking: '', signature, hiddenTokens: countTokens(thinking)}]
		: [{type: 'thinking', thinking, signature}];
}
