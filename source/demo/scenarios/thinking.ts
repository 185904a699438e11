import {type AnswerBlock, endTurn, type Scenario} from '../answer.js';
import {userPrompts} from '../conversation.js';
import {createOpaque} from '../create-id.js';
import {clockPuzzle} from '../texts/clock-puzzle.js';
import {quoteLine} from '../texts/recall-prompts.js';
import {thinkingBlocks} from './thinking-block.js';

/** Thinks at length about a small puzzle, whatever the question was, then gives its solution. */
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

const hiddenAnswer = `The hands of a clock meet **eleven times** in twelve hours, every 65 minutes and 27 seconds or so.

I thought about it for a minute, and none of that is shown: the model leaves it out unless the request has \`thinking: {"type": "adaptive", "display": "summarized"}\`. The connection lived on pings and on \`estimated_tokens\`, which count roughly. The true count is in \`usage\`, under \`thinking_tokens\`: hidden thinking is paid for as output.`;

/** A minute of thinking, hidden unless the request asks for a summary. */
export const hiddenThinking: Scenario = scene => {
	const {thinking: asked} = scene.request;
	const blocks: AnswerBlock[] =
		asked?.display === 'summarized' || asked?.type === 'disabled' || asked?.type === 'between_tools'
			? thinkingBlocks(clockPuzzle.thinking('hidden'), scene)
			: [
					{
						type: 'thinking',
						thinking: '',
						signature: createOpaque(3200, scene.random),
						hiddenTokens: 3100,
						hiddenMs: 60_000,
					},
				];
	return {
		kind: 'answer',
		answer: {blocks: [...blocks, {type: 'text', text: hiddenAnswer}], stop: endTurn, pace: 'smooth'},
	};
};
