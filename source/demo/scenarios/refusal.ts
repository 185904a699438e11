import type {Scenario} from '../answer.js';

/** Begins to answer and is stopped. The explanation comes in `stop_details`. */
export const refusal: Scenario = () => ({
	kind: 'answer',
	answer: {
		blocks: [{type: 'text', text: 'I would start by looking at what you'}],
		stop: {
			stop_reason: 'refusal',
			stop_sequence: null,
			stop_details: {
				type: 'refusal',
				category: 'general_harms',
				explanation:
					'The demo stops here to show what a refusal looks like. Nothing was wrong with the prompt.',
			},
		},
		pace: 'smooth',
	},
});
