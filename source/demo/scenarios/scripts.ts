import {endTurn, type Scenario} from '../answer.js';
import {bringsResults, requestedTools} from '../requested-tools.js';
import {hostileSequences, hostileText} from '../texts/hostile-text.js';
import {scriptsOfTheWorld} from '../texts/scripts-of-the-world.js';
import {thinkingBlocks} from './thinking-block.js';

/** Text that is hard to measure and to wrap; some reads end inside a character. */
export const unicode: Scenario = () => ({
	kind: 'answer',
	answer: {
		blocks: [{type: 'text', text: scriptsOfTheWorld}],
		stop: endTurn,
		pace: 'smooth',
		cutsCharacters: true,
	},
});

/**
 * Escape sequences in every place where the model can put text. A terminal that obeys one has been attacked. It calls a tool only once, so an
 * agent that runs the tool still comes to an end.
 */
export const hostile: Scenario = scene => {
	const tools = requestedTools(scene.request);
	const name = tools === null ? 'write_to_terminal' : tools[0]?.name;
	const isLast = bringsResults(scene.request) || name === undefined;
	const input = Object.fromEntries(hostileSequences.map(({name: does, sequence}) => [does, sequence]));
	return {
		kind: 'answer',
		answer: {
			blocks: [
				...thinkingBlocks(`Thinking with escape sequences.\n${hostileText}`, scene),
				{type: 'text', text: `Text with escape sequences.\n\n${hostileText}`},
				...(isLast ? [] : [{type: 'tool_use' as const, id: scene.newId('toolu'), name, input}]),
			],
			stop: isLast ? endTurn : {stop_reason: 'tool_use', stop_sequence: null, stop_details: null},
			pace: 'smooth',
		},
	};
};
