import type {Scenario} from '../answer.js';
import {userPrompts} from '../conversation.js';
import {quoteLine} from '../texts/recall-prompts.js';
import {chatText} from './chat-text.js';
import {textAnswer} from './text-answer.js';
import {thinkingBlock} from './thinking-block.js';

/** Knows the prompts of a streaming lesson; tells what is on the screen for any other. Thinks first when the request allows it. */
export const chat: Scenario = scene => {
	const answer = textAnswer(chatText(scene), scene);
	const {thinking} = scene.request;
	if (thinking?.type !== 'enabled' && thinking?.type !== 'adaptive') {
		return {kind: 'answer', answer};
	}

	const prompt = quoteLine(userPrompts(scene.request).at(-1) ?? '');
	const thought = `The user writes: "${prompt}". I can see what is asked for. Let me keep to the form that was asked for, leave out any preamble, and answer.`;
	return {kind: 'answer', answer: {...answer, blocks: [thinkingBlock(thought, scene), ...answer.blocks]}};
};
