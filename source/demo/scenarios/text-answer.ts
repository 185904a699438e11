import {type DemoAnswer, endTurn, type Scene} from '../answer.js';

/** A plain answer of one text block, smooth or, one time in three, bursty. */
export function textAnswer(text: string, {random}: Scene): DemoAnswer {
	return {blocks: [{type: 'text', text}], stop: endTurn, pace: random.pick(['smooth', 'smooth', 'bursty'])};
}
