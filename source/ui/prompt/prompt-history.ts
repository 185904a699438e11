import {promptOf} from '../../analysis/conversation.js';
import type {TraceView} from '../../trace/fold-trace.js';
import {itemAt} from '../../trace/persistent-list.js';

/** The prompts of a growing trace, oldest first, without consecutive duplicates. */
export type PromptHistory = (view: TraceView) => readonly string[];

/** Reads each exchange once. Returns the same list while no exchange is added. */
export function createPromptHistory(): PromptHistory {
	let prompts: readonly string[] = [];
	let seen = 0;
	return ({exchanges}) => {
		const added: string[] = [];
		for (; seen < exchanges.length; seen++) {
			const exchange = itemAt(exchanges, seen);
			const prompt = exchange === undefined ? '' : promptOf(exchange);
			if (prompt !== '' && prompt !== (added.at(-1) ?? prompts.at(-1))) {
				added.push(prompt);
			}
		}

		prompts = added.length === 0 ? prompts : [...prompts, ...added];
		return prompts;
	};
}
