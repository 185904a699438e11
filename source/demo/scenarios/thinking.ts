import {endTurn, type Scenario} from '../answer.js';
import {userPrompts} from '../conversation.js';
import {clockPuzzle} from '../texts/clock-puzzle.js';
import {quoteLine} from '../texts/recall-prompts.js';
import {thinkingBlocks} from './thinking-block.js';

/** Thinks at length about a small puzzle, whatever was asked, then gives its solution. */
export const thinking: Scenario = scene => {
	const prompt = quoteLine(userPrompts(scene.request).at(-1) ?? '');
	return {
		kind: 'answer',
		answer: {
			blocks: [
				...thinkingBlocks(clockPuzzle.thinking(prompt), scene),
				{type: 'text', text: clockPuzzle.answer},
			],
			stop: endTurn,
			pace: 'smooth',
		},
	};
};
