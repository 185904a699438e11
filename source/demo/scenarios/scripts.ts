import {endTurn, type Scenario} from '../answer.js';
import {hostileSequences, hostileText} from '../texts/hostile-text.js';
import {scriptsOfTheWorld} from '../texts/scripts-of-the-world.js';
import {thinkingBlock} from './thinking-block.js';

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

/** Escape sequences wherever the model can put text. A terminal that obeys one of them has been attacked. */
export const hostile: Scenario = scene => ({
	kind: 'answer',
	answer: {
		blocks: [
			thinkingBlock(`Thinking with escape sequences.\n${hostileText}`, scene),
			{type: 'text', text: `Text with escape sequences.\n\n${hostileText}`},
			{
				type: 'tool_use',
				id: scene.newId('toolu'),
				name: 'write_to_terminal',
				input: Object.fromEntries(hostileSequences.map(({name, sequence}) => [name, sequence])),
			},
		],
		stop: {stop_reason: 'tool_use', stop_sequence: null, stop_details: null},
		pace: 'smooth',
	},
});
