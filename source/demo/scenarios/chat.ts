import type {Scenario} from '../answer.js';
import {userPrompts} from '../conversation.js';
import type {MessagesRequest} from '../messages-request.js';
import {quoteLine} from '../texts/recall-prompts.js';
import {chatText} from './chat-text.js';
import {textAnswer} from './text-answer.js';
import {thinkingBlocks} from './thinking-block.js';

/** Answers the prompts of a streaming lesson, and describes the screen for any other. Thinks first if the request allows it. */
export const chat: Scenario = scene => {
	const answer = {...textAnswer(chatText(scene), scene), pace: 'smooth', response: 'fast'} as const;
	const thought = writeThought(scene.request);
	return thought === null
		? {kind: 'answer', answer}
		: {kind: 'answer', answer: {...answer, blocks: [...thinkingBlocks(thought, scene), ...answer.blocks]}};
};

/** Longer at higher effort. Adaptive thinking skips easy questions, so there is none at effort low. */
function writeThought(request: MessagesRequest): string | null {
	const {thinking, output_config: config} = request;
	const effort = config?.effort ?? 'medium';
	const thinks = thinking?.type === 'enabled' || (thinking?.type === 'adaptive' && effort !== 'low');
	if (!thinks) {
		return null;
	}

	const prompt = quoteLine(userPrompts(request).at(-1) ?? '');
	const parts = [
		`The user writes: "${prompt}". I can see what is asked for.`,
		'Let me keep to the form that was asked for, leave out any preamble, and answer.',
		'Before I write it down, let me go over the answer once: does it say what was asked, and nothing else?',
		'I compare two ways to begin. The shorter one is better, because the reader sees it arrive word by word.',
		'One more check of the facts, the order of the parts and the length. Nothing is missing, and nothing is said twice.',
	];
	return parts.slice(0, 2 + Math.max(0, ['medium', 'high', 'xhigh', 'max'].indexOf(effort))).join(' ');
}
