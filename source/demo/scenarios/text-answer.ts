import {type DemoAnswer, endTurn, type PaceName, type Scene} from '../answer.js';

/** A plain answer of one text block. Without a pace it is smooth or, one time in three, bursty. */
export function textAnswer(text: string, {random}: Scene, pace?: PaceName): DemoAnswer {
	return {
		blocks: [{type: 'text', text}],
		stop: endTurn,
		pace: pace ?? random.pick(['smooth', 'smooth', 'bursty']),
	};
}
