import type {AnswerBlock, Scene} from '../answer.js';
import {createOpaque} from '../create-id.js';

/** A thinking block. A request that asks for `display: 'omitted'` gets an empty one, with its signature. */
export function thinkingBlock(thinking: string, {request, random}: Scene): AnswerBlock {
	const signature = createOpaque(504 + Math.round(thinking.length * 1.2), random);
	return {type: 'thinking', thinking: request.thinking?.display === 'omitted' ? '' : thinking, signature};
}
